### /wa-group members find

members-found = { $count ->
    [one] { $count } member matches
   *[other] { $count } members match
} **{ $search }**
members-none-found = No member matches **{ $search }**
# Only to people who see masked numbers
members-find-masked = You see only a part of each number, so Usher searches only that part. To check one person, write the whole number with its country code.
field-search = Search
# What people type to find the creator
role-creator = creator
# The role of a member who is not an admin
role-member = member
# Follows "wants to"
wish-find-members = search this group's members
