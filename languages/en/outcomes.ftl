### What was done, told to the person who asked.

renamed = Renamed: **{ $before }** → **{ $after }**
# The text follows
described = Description changed:
description-removed = Description removed.
picture-set = Picture changed.
left = Usher left this group.
deleted = Group deleted for all its members.
joined = Usher joined this group.
sessions = WhatsApp accounts
sessions-none = The WhatsApp service does not know any account of this server. Tell the bot owner.

created-alone = Group created. Only Usher is in it. Add people with `/wa-group members add`.
created-all-joined = Group created. Added { $count ->
    [one] { $count } person
   *[other] { $count } people
}.
created-some-joined = Group created. Added { $joined } of { $count ->
    [one] { $count } person
   *[other] { $count } people
}.
created-not-described = The description was not set. Try `/wa-group describe`.

groups = Groups
groups-none = You have no groups here.
groups-none-found = No group that you can see matches **{ $search }**
entries-unread = { $count ->
    [one] { $count } more entry could not be read and is not shown.
   *[other] { $count } more entries could not be read and are not shown.
}

field-owner = Owner
field-admins = Admins
field-admins-now = Admins now
field-invited-by = Link created by
field-members-shown = Some of the members
admins-unreadable = Usher could not read them
previewed = Preview only. Nothing changed.

invite-shown = Anyone with this link can join until you revoke it.
# The link follows
invite-revoked = The old link no longer works. New link:
invite-revoked-unread = The old link no longer works. Get the new one with `/wa-group invite show`.
field-invite-needed = Send them this invite link
field-rest = Not finished
rest-later = You can add the others from { $time }.
done-before = Done. Run the command again to see it.

## What became of people who were to be added. Followed by their number, and by who they are.

standing-added = Added
standing-already-member = Already in the group
standing-private = Not added: their privacy settings don't allow it. Send the invite link
standing-must-be-invited = Not added: WhatsApp lets them join only with the invite link
standing-not-added = Not added: not on WhatsApp, or they don't let others add them
standing-not-on-whatsapp = Not on WhatsApp
standing-left-recently = Not added: left the group recently. Send the invite link
standing-group-full = Not added: the group is full
standing-refused = Not added: WhatsApp refused. Send the invite link
standing-number-refused = Not added: WhatsApp refused the number. Check it
standing-not-asked = Not tried. Run the command again to add them
standing-unconfirmed = Not confirmed. Check the member list before you run the command again

## Of people who were to be removed.

removal-removed = Removed
removal-no-member = Not in the group
removal-creator = Group creator; can't be removed
removal-own-account = Usher's own number; use `/wa-group leave`
removal-still-there = Still in the group
removal-unconfirmed = Not confirmed. Check the member list before you run the command again

## Of people who were to become admins, or to be admins no more.

admin-made = Now admin
admin-taken = No longer admin
admin-was-already = Already admin
admin-was-none = Was not admin
admin-no-member = Not in the group
admin-creator = Group creator; always stays admin
admin-own-account = Usher's own number; Usher does not change its own role. To leave the group, use `/wa-group leave`
admin-not-changed = WhatsApp did not change this
admin-unconfirmed = Not confirmed. Check the admins before you run the command again

## WhatsApp accounts, and why one is not connected.

status-connected = connected
status-connecting = connecting
status-disconnected = not connected
reason-scan-qr = someone must scan the QR code with the phone
reason-auto-reconnect = reconnecting automatically
reason-failed = the connection failed
reason-manual-stop = stopped by a person
reason-qr-timeout = nobody scanned the QR code in time
reason-logged-out = logged out on the phone; someone must scan the QR code again
reason-temporary-ban = temporarily banned by WhatsApp
reason-stream-error = WhatsApp ended the connection
