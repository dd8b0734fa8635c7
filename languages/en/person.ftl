### /wa-person find

person-in-groups = In { $count } of { $all } groups
person-in-none = { $all ->
    [one] Not found in the group that Usher searched.
   *[other] Not found in any of the { $all } groups that Usher searched.
}
person-no-groups = You can't see any group here.
# Follows the name of a group: under which other number the person is a member
person-listed-as = listed as { $id }
person-listed-without-number = listed without a phone number
person-groups-unread = { $count ->
    [one] Usher could not read the members of { $count } group: { $names }
   *[other] Usher could not read the members of { $count } groups: { $names }
}
person-in-doubt = { $count ->
    [one] In { $count } group, Usher can't compare every member: some are listed without a phone number, or unreadable.
   *[other] In { $count } groups, Usher can't compare every member: some are listed without a phone number, or unreadable.
}
# The names of WhatsApp accounts
person-accounts-unread = Usher could not list the groups of { $names }. `/wa-session list` shows the WhatsApp accounts.
person-as-of = Members as they were { $when }.
button-refresh = Refresh
reading-members = Reading members
reading-members-far = { $read } of { $of } groups read.
one-person-only = One person at a time
one-person-only-text = This command is for one person, and you gave { $given }.
# Follows "You can"
action-person-find = find people across groups
