### Why somebody did not get what they asked for: a title, and what happened, whether anything changed, what to do next.

only-in-server = Only in a server
only-in-server-text = Usher works in a server's channels, not in direct messages.
not-set-up = Not set up here
not-set-up-text = Usher is not set up for this server. Ask the bot owner to add its id: `{ $server }`
no-such-session = No such session
no-such-session-text = This server has no such session. It has: { $sessions }. Nothing was changed.
no-such-group = No such group
no-such-group-text = There is no group called { $name } that you may use for this. Pick one of the groups offered while you type, or see `/wa-group list`. Nothing was changed.
which-group = Which group?
which-group-text = The name { $name } belongs to several groups. Use the id of the one you mean:
no-longer-good = No longer good
no-longer-good-text = This question was answered already, or its time is over. This press changed nothing. If you answered the question before, wait for what comes of that; otherwise use the command again if you still want it.
not-yours = Not yours
not-yours-text = Only the person who used the command can answer this.
wrong-name = That is another name
wrong-name-text = What you typed is not the name of this group. Nothing was deleted. Press the button again and type this name:
wrong-group-id = That is another id
wrong-group-id-text = What you typed is not the id of this group. Nothing was deleted. Press the button again and type this id:
no-such-case = No such case
no-such-case-text = There is no case of that number that you may see. `/wa-audit recent` lists the latest.

## Usher itself

elsewhere = Elsewhere
elsewhere-text = Another copy of Usher answers this.
not-written = Temporarily unavailable
not-written-text = Usher can't save to its audit log right now, so it did nothing. Try again in a minute.
too-late = Too late
too-late-text = Discord did not take Usher's first answer in time. Nothing was changed. Use the command again if you still want it.
cut-short = Cut short
cut-short-text = Usher was interrupted before it began this. Nothing was changed. Use the command again if you still want it.
too-much-at-once = Too much at once
too-much-at-once-text = Usher has too much to do at the moment. Nothing was changed. Try again in a minute.
restarting = Restarting
restarting-text = Usher is being restarted. Nothing was changed. Try again in a minute.
unreadable = Usher could not read this
unreadable-text = Discord sent Usher something that this version does not understand. Nothing was changed. Tell the person who runs Usher; the reference below finds it in the log.
unknown-command = Unknown command
unknown-command-text = This command is not one of Usher's any more. Restart your Discord client to see the present ones. Nothing was changed.
fault = A fault of Usher
fault-text = Something went wrong in Usher itself. Check the group before you try again: it may have changed. Send the reference below to the bot owner.

## Refusals

refused = You may not do this
refused-needs = This needs { $capability }.
refused-elsewhere = This needs { $capability }, which you have for other groups or sessions.
refused-only-asked = This needs { $capability }, which you may only ask for, and this command cannot be asked for.
refused-nobody = No role has it here; the server's Administrators do.
refused-one-role = The role { $role } has it.
refused-roles = The roles { $roles } have it.

## Bad input

does-not-work = That does not work
# Follows each of the sentences below
nothing-sent = Nothing was sent.
bad-session = A session's name has 1 to 64 letters, digits, dots, dashes or underscores.
bad-group = A group's id looks like 120363012345678901@g.us.
bad-group-for-person = This is a group's id, not a person's.
bad-person = A person is a phone number with its country code, such as +55 11 99999-9999, or an id ending in @lid.
bad-phone = A phone number has 7 to 15 digits, its country code first.
bad-invite = An invite is a link such as https://chat.whatsapp.com/… or the code at its end.
bad-several-invites = There are several different invite links here. Give only the one that you mean.
bad-name-empty = A group's name cannot be empty: it needs a visible character.
bad-name-long = A group's name has at most { $max } characters; this one has { $given }.
bad-description-long = A description has at most { $max } characters; this one has { $given }.
bad-picture-url = A picture's address begins with https:// and holds no name or password.
bad-picture-url-private = A picture's address must be on the public internet. An address of a private network does not work.
bad-picture-url-long = A picture's address has at most { $max } characters; this one has { $given }.
option-wanted = Add one of these options: { $options }.
too-many-people = A group is created with at most { $max } people, and these are { $given }; add the rest with `/wa-group members add`.
nobody-named = Nobody named
nobody-named-text = Name at least one person, by phone number or id. Nothing was sent.

## What the groups API answered

not-done = Not done
perhaps-changed = It may have been done, or not: check by hand before you try again.
api-says = The API says: “{ $words }”
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
api-refused = Refused by the API
api-refused-text = The groups API did not accept this.
api-key = Usher's key is refused
api-key-text = The groups API does not accept Usher's key.
api-key-next = Tell the bot owner that the key is not valid. Trying again does not help.
api-forbidden = The account may not do this
api-forbidden-text = WhatsApp or the groups API does not allow this to the account: most often it is no admin of the group.
api-forbidden-next = An admin of the group can make it one; some things only the group's creator may do.
api-not-there = Not there
api-not-there-text = The groups API knows no such group or invite: it may have been deleted, left or revoked.
api-not-there-next = `/wa-group list` shows the groups that are there.
api-conflict = Not possible now
api-conflict-text = This does not fit the present state of the group.
api-pause = Too many requests
api-pause-text = The groups API asks for a pause.
api-busy = Busy
api-busy-text = Too many requests wait for this session.
api-trouble = The API has trouble
api-trouble-text = The groups API failed several times in a row, so Usher leaves it alone for a moment.
account-trouble = The WhatsApp account has trouble
account-trouble-text = The groups API failed several times in a row for the account “{ $session }”, so Usher does not use this account for a moment. Other accounts are not affected.
api-not-connected = The account is not connected
api-not-connected-text = The session's account is not connected to WhatsApp.
api-not-connected-why = The session's account is not connected to WhatsApp ({ $reason }).
api-not-connected-next = `/wa-session list` shows the accounts. If it stays disconnected, tell the bot owner.
api-silent = The API does not answer
api-silent-text = The groups API cannot be reached, or the session is not connected.
api-silent-next = `/wa-session list` shows the sessions; otherwise try again in a minute.
api-lost = The answer was lost
api-lost-text = The groups API got this and did not say how it went.
api-garbled = Not understood
api-garbled-text = The groups API gave an answer that Usher cannot read.
api-garbled-next = If it happens again, tell the bot owner.

## Limits

too-fast = Too fast
too-fast-text = You have changed a lot in the last minute. Nothing was changed now. You can go on at { $time }.
asked-too-much-text = You have asked for a lot in the last minute. Nothing was changed now. You can go on at { $time }.
enough-today = Enough for today
enough-today-text = WhatsApp bans accounts that add many strangers, so this account adds at most { $budget ->
    [one] { $budget } person
   *[other] { $budget } people
} in 24 hours. It may add { $left } now. Nobody was added.
enough-ever = So many cannot be added in one day at all: the limit is { $budget }. Send them the invite link.
enough-until = All of these can be added from { $time }; sending the invite link works now.

## Requests, rights and settings

nowhere-to-ask = Nowhere to ask
nowhere-to-ask-text = You may use { $capability } only if somebody approves, and this server has no channel for approvals. An Administrator can set one with `/wa-setup`. Nothing was changed.
too-many-requests = Too many requests
too-many-requests-text = You have { $open } open requests, and may not have more. Wait until one is decided, or take one back with `/wa-request cancel`. Nothing was changed.
discord-silent = Discord does not answer
discord-silent-text = Usher asked Discord something, and it did not answer. Nothing was changed. Try again in a minute.
own-request = Your own request
own-request-text = Somebody else must decide it; nobody approves their own.
being-decided = Just now
being-decided-text = Usher is already working on this request. The request shows the result. If it stays open, press again.
not-as-shown = Not what was shown
not-as-shown-text = The request that is stored is not the one that this message showed. The message shows it as it is stored now: read it, then press again.
decided = Decided already
decided-too-late = This request ran out of time. Nothing was changed now.
decided-void = This request is no longer possible: who asked may not even ask for it any more. Nothing was changed now.
decided-otherwise = This request was decided: { $how }. Nothing was changed now.
no-such-request = No such request
no-such-request-text = There is no open request of yours with that number. `/wa-request list` shows them.
beyond-own = More than you hold
beyond-own-text = Nobody gives rights that they do not hold themselves, there where they give them. You do not hold: { $capabilities }. Nothing was changed.
fixed = Fixed
fixed-grant = The configuration file grants this. Only the bot owner can change it. Nothing was changed.
fixed-setting = The configuration file sets this. Only the bot owner can change it.
nothing-to-revoke = Nothing to revoke
nothing-to-revoke-text = That role was given nothing of the kind here. `/wa-access show` lists the grants. Nothing was changed.
nothing-to-grant = Nothing to add
nothing-to-grant-text = That role has all of this already. `/wa-access show` lists the grants. Nothing was changed.
no-effect = No effect in one group
no-effect-text = { $capabilities } cannot be limited to one group: this is about groups that are not there yet. Leave out the option `group`. Nothing was changed.
set-already = Nothing to change
set-already-text = This is set already. Nothing was changed.
for-administrators = For Administrators
for-administrators-text = Only people with Discord's Administrator permission set a server up. Nothing was changed.
not-a-member = Not in this server
not-a-member-text = That person is not a member of this server.
cannot-write = No way to write there
cannot-write-text = Usher cannot write to { $channel }. Give it View Channel, Send Messages and Embed Links there, and choose it again. Nothing was changed.
# A title
unknown-country = No such country
unknown-country-text = Usher does not know { $text } as a country. Write its two letters, such as `BR`, or its calling code, such as `+55`. Nothing was changed.
# A title
bad-invitation = Not an invitation
bad-invitation-text = The text needs { $place } where the link goes, and has at most { $max } characters. Nothing was changed.
no-such-preset = No preset is called { $name } here. There are: { $all }.
no-such-capability = No capability is called { $name } here. There are: { $all }.
