### What one does next with a group.

button-invite-link = Invite link
button-members = Members
button-copy-id = Copy ID
button-add-people = Add people
button-rename = Rename
button-describe = Describe
# $group is escaped text
rename-title = Rename { $group }
previewed-member = Usher is in this group.

# Which group a name means
no-such-group-next = Pick one of the groups offered while you type, or see `/wa-group list`.
# A list of groups follows
did-you-mean = Did you mean one of these?
# A list of groups follows
groups-to-choose = Groups you can choose:
# $date is 2026-11-12, or a time of Discord
created-on = created { $date }
# The last one of the groups that Discord offers while typing
choices-more = { $count ->
    [one] Type to see { $count } more group
   *[other] Type to see { $count } more groups
}

button-undo = Undo
undo-gone = Too late to undo
undo-gone-text = Undo works once, within ten minutes. Nothing changed now.
name-superseded = The group's name was changed again since. Nothing changed now.
description-superseded = The group's description was changed again since. Nothing changed now.

not-admin = Usher is not an admin of this group
not-admin-text = Only group admins can do this in WhatsApp. Nothing changed.
# $number is a phone number in bold
not-admin-next = Ask a group admin to make { $number } an admin, then try again.
not-admin-next-unknown = Ask a group admin to make Usher's number an admin, then try again.
# It follows the name of a group that is offered
choice-not-admin = Usher is not an admin
