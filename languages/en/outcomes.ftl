### What was done, told to the person who asked.

renamed = Renamed: **{ $before }** → **{ $after }**
described = The new description:
description-removed = The description was taken away.
picture-set = The group has a new picture.
left = The account has left this group.
deleted = This group was deleted.
joined = The account has joined this group.
sessions = Sessions
sessions-none = None of this server's sessions is known to the groups API.

created-alone = The group was created, with nobody but the account in it.
created-all-joined = The group was created, and { $count ->
    [one] { $count } person
   *[other] { $count } people
} joined.
created-some-joined = The group was created; { $joined } of { $count ->
    [one] { $count } person
   *[other] { $count } people
} joined.
created-not-described = Its description could not be set; `/wa-group describe` tries again.

groups = Groups
groups-none = There is no group here that you may see.
groups-none-found = No group that you may see has “{ $search }” in its name.
entries-unread = { $count ->
    [one] { $count } more entry
   *[other] { $count } more entries
} of this list could not be read and { $count ->
    [one] is
   *[other] are
} not shown.

field-owner = Owner
field-admins = Admins
field-admins-now = Admins now
field-invited-by = Invite made by
field-members-shown = Members that WhatsApp shows
admins-unreadable = could not be read
previewed = Where this invite leads. Nothing was joined.

invite-shown = Anyone with this link can join until you revoke it.
invite-revoked = The old invite link no longer works. The new one:
invite-revoked-unread = The old invite link no longer works. `/wa-group invite show` gives the new one.
field-invite-needed = Invite link for those who must be invited
field-rest = The rest
rest-later = Those who were not asked for can be added from { $time }.
done-before = This was done; use the command again to see it.

## What became of people who were to be added. Followed by their number, and by who they are.

standing-added = Added
standing-already-member = Already in the group
standing-private = Not added, their privacy settings let nobody add them; invite them
standing-must-be-invited = Not added, must be invited
standing-not-added = Not added: not on WhatsApp, or they do not let others add them
standing-not-on-whatsapp = Not on WhatsApp
standing-left-recently = Left a short while ago and cannot be added back yet; invite them
standing-group-full = Not added, the group is full
standing-refused = Refused by WhatsApp; invite them
standing-number-refused = Number refused by the WhatsApp server; check it
standing-not-asked = Not asked for; these can be added by the same command
standing-unconfirmed = Unknown: asked for, and not confirmed. Look at the members before you try again

## Of people who were to be removed.

removal-removed = Removed
removal-no-member = Not in the group
removal-creator = Created the group and cannot be removed
removal-own-account = This is Usher's own account; use `/wa-group leave`
removal-still-there = Still in the group
removal-unconfirmed = Unknown: asked for, and not confirmed. Look at the members before you try again

## Of people who were to become admins, or to be admins no more.

admin-made = Now an admin
admin-taken = No longer an admin
admin-was-already = Was an admin already
admin-was-none = Was no admin
admin-no-member = Not in the group
admin-creator = Created the group and cannot be demoted
admin-own-account = This is Usher's own account, whose role Usher does not change; to leave the group use `/wa-group leave`
admin-not-changed = Not changed by WhatsApp
admin-unconfirmed = Unknown: asked for, and not confirmed. Look at the admins before you try again

## WhatsApp accounts, and why one is not connected.

status-connected = connected
status-connecting = connecting
status-disconnected = not connected
reason-scan-qr = the QR code must be scanned with the phone
reason-auto-reconnect = it is connecting again by itself
reason-failed = the connection failed
reason-manual-stop = somebody stopped it
reason-qr-timeout = the QR code was not scanned in time
reason-logged-out = the phone logged it out
reason-temporary-ban = WhatsApp has banned the account for a while
reason-stream-error = WhatsApp ended the connection
