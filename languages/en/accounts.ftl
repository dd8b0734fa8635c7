### WhatsApp accounts: the alerts in the log channel, and what the list says about each

status-unknown = connection unknown
# $time is a date and a time
account-listed-since = since { $time }
# A number of people
account-left = people it can still add today: { $left }

account-lost = WhatsApp account disconnected
account-banned = WhatsApp account banned
account-back = WhatsApp account connected again
# $time is a time of Discord
account-lost-since = Usher has seen this since { $time }. Until the account is connected again, commands for its groups fail.
# $duration is such as “12 minutes”; $time is a time of Discord
account-back-after = It was disconnected for about { $duration }, since { $time }.
lasted-seconds = { $count ->
    [one] { $count } second
   *[other] { $count } seconds
}
lasted-minutes = { $count ->
    [one] { $count } minute
   *[other] { $count } minutes
}
lasted-hours = { $count ->
    [one] { $count } hour
   *[other] { $count } hours
}
lasted-days = { $count ->
    [one] { $count } day
   *[other] { $count } days
}

# What has happened to an account, and what to do
account-disconnected = The account has no connection to WhatsApp.
account-disconnected-next = **What to do:** Tell the bot owner to look at the account in the WhatsApp service. Often it must be started or logged in again there.
account-reconnecting = The account has lost its connection to WhatsApp. The WhatsApp service is trying to connect it again.
account-reconnecting-next = **What to do:** Wait. If it is still disconnected in 15 minutes, tell the bot owner.
account-stopped = Someone stopped the account in the WhatsApp service.
account-stopped-next = **What to do:** Ask the bot owner to start it again there.
account-missing = The WhatsApp service does not know this account.
account-missing-next = **What to do:** Tell the bot owner. The account was deleted there, or has another name there than in Usher's configuration.
account-logged-out = The account is logged out of WhatsApp.
account-logged-out-next = **What to do:** Log in again. The bot owner opens the QR code in the WhatsApp service, and someone scans it with the phone of this account.
account-ban = WhatsApp has banned the account for a while.
account-ban-next = **What to do:** Wait. WhatsApp on the phone of this account shows how long the ban lasts. Add nobody for a few days after that.
