### Why somebody did not get what they asked for: a title, and what happened, whether anything changed, what to do next.

only-in-server = Use this in a server
only-in-server-text = Usher works in the channels of a server, not in direct messages.
not-set-up = Not set up here
not-set-up-text = Usher is not set up for this server. Ask the bot owner to add its ID: `{ $server }`
no-such-session = Unknown WhatsApp account
no-such-session-text = This server has no such WhatsApp account. Nothing changed. Choose one of: { $sessions }
no-such-group = Group not found
# $name is what the person typed
no-such-group-text = Usher found no group { $name } that you can use for this. Nothing changed.
which-group = Which group?
# The groups follow
which-group-text = More than one group has the name { $name } here. Choose the one you mean below, or run the command again with its ID:
answered-already = You already answered this
answered-already-text = Wait for the result. This press changed nothing.
no-longer-good = No longer valid
no-longer-good-text = You did not answer in time, or you already answered. This press changed nothing. If you see no result, run the command again.
not-yours = These buttons are not for you
not-yours-text = Only the person who ran the command can use them. To do the same, run the command yourself.
wrong-name = Name does not match
# The name follows
wrong-name-text = Nothing was deleted. Press the button again and type exactly:
wrong-group-id = ID does not match
# The ID follows
wrong-group-id-text = Nothing was deleted. Press the button again and type exactly:
no-such-case = Entry not found
no-such-case-text = There is no log entry with this number, or you can't see it. `/wa-audit recent` lists the latest entries.

## Usher itself

elsewhere = Already being answered
elsewhere-text = Another instance of Usher answers this.
not-written = Temporarily unavailable
not-written-text = Usher can't save to its audit log right now, so it did nothing. Try again in a minute.
too-late = Timed out
too-late-text = Discord did not take Usher's first answer in time. Nothing changed. Run the command again if you still want it.
cut-short = Interrupted
cut-short-text = Usher restarted before it began. Nothing changed. Run the command again if you still want it.
too-much-at-once = Usher is busy
too-much-at-once-text = Usher has too much to do at the moment. Nothing changed. Try again in a minute.
restarting = Usher is restarting
restarting-text = Usher takes no new commands until it has restarted. Nothing changed. Try again in a minute.
unreadable = Usher could not read this
unreadable-text = Discord sent something that this version of Usher does not understand. Nothing changed. Send the error code below to the bot owner.
unknown-command = Unknown command
unknown-command-text = Usher no longer has this command. Nothing changed. Restart Discord (Ctrl+R) to update your list of commands.
fault = Something went wrong
fault-text = This is an error in Usher. Check the group before you run the command again: it may have changed. Send the error code below to the bot owner.

## Refusals. $action is such as “rename groups”.

refused = No permission
refused-needs = You can't { $action } here.
refused-elsewhere = You can { $action }, but not here: only in other groups or with another WhatsApp account.
refused-only-asked = You can { $action } only with approval, and this command can't be requested.
refused-nobody = Only Administrators of this server can.
refused-one-role = Ask someone with { $role }.
refused-roles = Ask someone with one of these roles: { $roles }.

## Bad input

does-not-work = Check your input
bad-session = This is not the name of a WhatsApp account. Choose one from the list.
bad-group = This is not a group ID. Choose a group from the list.
bad-group-for-person = This is the ID of a group, not of a person.
bad-person = This is not a phone number. Write it like +55 11 99999-9999.
bad-phone = This is not a phone number. Write it with its country code, like +55 11 99999-9999.
bad-invite = This is not an invite link. It looks like https://chat.whatsapp.com/…
bad-several-invites = There are several invite links here. Give only the one that you mean.
bad-name-empty = The group's name needs at least one visible character.
bad-name-long = Name too long: { $given } characters (limit { $max }).
bad-description-long = Description too long: { $given } characters (limit { $max }).
bad-picture-url = The picture link must start with https:// and must not contain a name or password.
bad-picture-url-private = The picture link must lead to the public internet, not to a private network.
bad-picture-url-long = Picture link too long: { $given } characters (limit { $max }).
option-wanted = Add one of these options: { $options }.
too-many-people = You can create a group with up to { $max } people (you have { $given }). Add the others later with `/wa-group members add`.
nobody-named = No people given
nobody-named-text = Add at least one phone number. Nothing changed.
nobody-asks = Nobody asks to join
nobody-asks-text = This group has no requests to join at the moment. Nothing changed.

## What the WhatsApp service answered

not-done = Not done
perhaps-changed = This may or may not have worked. Check the group before you run the command again.
# The service's own words follow
api-says = Details:
try-again-after = Try again { $when }.
after-a-minute = in a minute
after-seconds = in { $seconds ->
    [one] { $seconds } second
   *[other] { $seconds } seconds
}
after-minutes = in { $minutes ->
    [one] { $minutes } minute
   *[other] { $minutes } minutes
}
api-refused = WhatsApp refused this
api-refused-text = The WhatsApp service did not accept what Usher sent.
api-key = Usher can't sign in
api-key-text = The WhatsApp service does not accept Usher's API key.
api-key-next = Tell the bot owner that the key is not valid.
api-forbidden = Not allowed in WhatsApp
api-forbidden-text = WhatsApp does not let Usher do this. Most often, Usher is not an admin of the group.
api-forbidden-next = Ask a group admin to make Usher's number an admin, then try again. Some things only the group creator can do.
api-no-group = Group not found in WhatsApp
api-no-group-text = WhatsApp does not know this group. It may be deleted, or Usher is no longer in it.
api-no-group-next = `/wa-group list` shows your groups.
api-no-invite = Invite link doesn't work
api-no-invite-text = WhatsApp does not know this invite link. It may be mistyped or revoked.
api-no-invite-next = Ask for a new link.
api-conflict = Not possible right now
api-conflict-text = This doesn't fit the current state of the group.
api-no-join = Usher could not join
api-no-join-text = WhatsApp did not let Usher join with this link. Usher may already be in this group.
api-no-join-next = `/wa-group list` shows your groups.
api-pause = WhatsApp is limiting requests
api-pause-text = The WhatsApp service asks Usher to wait.
api-busy = WhatsApp account busy
api-busy-text = Too many commands are waiting for this WhatsApp account.
api-trouble = WhatsApp service is down
api-trouble-text = The WhatsApp service failed several times in a row, so Usher waits before it tries again.
account-trouble = WhatsApp account has problems
account-trouble-text = The WhatsApp service failed several times in a row for the account { $session } only, so Usher waits before it uses this account again. Other accounts are not affected.
api-not-connected = WhatsApp is disconnected
api-not-connected-text = The WhatsApp account is not connected.
api-not-connected-why = The WhatsApp account is not connected ({ $reason }).
api-not-connected-next = `/wa-session list` shows the accounts. If it stays disconnected, tell the bot owner.
api-silent = WhatsApp service not reachable
api-silent-text = Usher can't reach the WhatsApp service, or the WhatsApp account is not connected.
api-silent-next = `/wa-session list` shows the accounts. Otherwise, try again in a minute.
api-lost = No confirmation
api-lost-text = Usher got no clear answer from the WhatsApp service.
api-garbled = Unexpected answer
api-garbled-text = The WhatsApp service gave an answer that Usher can't read.
api-garbled-next = If it happens again, send the error code below to the bot owner.

## Limits. $time is such as “in 6 seconds”.

too-fast = Slow down
too-fast-text = { $count ->
    [one] You can change groups once a minute. Nothing changed. Try again at { $time }.
   *[other] You can change groups { $count } times a minute. Nothing changed. Try again at { $time }.
}
too-fast-strict = { $count ->
    [one] You can create groups and add people once a minute. Nothing changed. Try again at { $time }.
   *[other] You can create groups and add people { $count } times a minute. Nothing changed. Try again at { $time }.
}
asked-too-much-text = You ran too many commands in the last minute. Nothing changed. You can continue { $time }.
enough-today = Daily limit reached
enough-today-text = To avoid a WhatsApp ban, this account adds up to { $budget ->
    [one] { $budget } person
   *[other] { $budget } people
} in 24 hours. It can add { $left } now. Nobody was added.
enough-ever = Your list is longer than the daily limit ({ $budget }). Send those people the invite link.
enough-until = You can add them all from { $time }, or send the invite link now.

## Requests, permissions and settings

nowhere-to-ask = No approval channel
nowhere-to-ask-text = You need approval to { $action }, but this server has no approval channel. Nothing changed. Ask an Administrator to set one with `/wa-setup`.
too-many-requests = Too many open requests
too-many-requests-text = You have { $open } open requests, which is the limit. Nothing changed. Wait until one is decided, or withdraw one with `/wa-request cancel`.
discord-silent = Discord does not answer
discord-silent-text = Usher asked Discord something and got no answer. Nothing changed. Try again in a minute.
own-request = This is your own request
own-request-text = You can't approve your own request. Someone else must decide it.
being-decided = Already being handled
being-decided-text = Usher is already working on this request. The request shows the result. If it stays open, press again.
not-as-shown = The request is different
not-as-shown-text = Usher has stored a different request from the one that this message showed. The message now shows the stored one: read it, then press again.
decided = Already decided
decided-too-late = This request expired. Nothing changed.
decided-void = The person who asked no longer has permission to request this. Nothing changed.
decided-otherwise = This request is closed: { $how }. Your press changed nothing.
no-such-request = Request not found
no-such-request-text = You have no open request with this number. `/wa-request list` shows your requests.
beyond-own = You can't give these permissions
beyond-own-text = You don't have them yourself here: { $capabilities }. Nothing changed.
fixed = Set by the bot owner
fixed-grant = This permission is in the configuration file. Nothing changed. Only the bot owner can change it.
fixed-setting = This is set in the configuration file. Nothing changed. Only the bot owner can change it.
nothing-to-revoke = Nothing to remove
nothing-to-revoke-text = This role does not have such a permission from here. Nothing changed. `/wa-access show` lists the permissions.
nothing-to-grant = Nothing to add
nothing-to-grant-text = This role already has all of these permissions. Nothing changed. `/wa-access show` lists the permissions.
no-effect = Not possible for one group
no-effect-text = { $capabilities } can't be limited to one group, because it is about new groups. Nothing changed. Leave out the `group` option.
set-already = Nothing to change
set-already-text = This is already set. Nothing changed.
for-administrators = For Administrators only
for-administrators-text = You need the Administrator permission of this server to use `/wa-setup`. Nothing changed.
not-a-member = Not in this server
not-a-member-text = This person is not a member of this server. Nothing changed.
cannot-write = Usher can't post there
cannot-write-text = Usher can't post in { $channel }. Nothing changed. Give it View Channel, Send Messages and Embed Links there, then choose it again.
# A title
unknown-country = Unknown country
# $text is what the person typed
unknown-country-text = Usher knows no country { $text } by this name. Nothing changed. Write its two letters, such as `BR`, or its calling code, such as `+55`.
# A title
bad-invitation = Can't use this text
bad-invitation-text = The text needs { $place } where the link goes, and can have up to { $max } characters. Nothing changed.
no-such-preset = There is no preset { $name } in Usher. Choose one of: { $all }.
no-such-capability = There is no permission { $name } in Usher. Choose from: { $all }.
