### Sets of groups, and lists of groups in one option.

set-saved = Set saved
set-replaced = Set replaced
# The names of the groups follow below
set-saved-text = { $name } now has { $count ->
    [one] { $count } group:
   *[other] { $count } groups:
}
# Below the groups of a set that was saved from other sets
set-left-out = Left out, because no WhatsApp account of this server is in them any more: { $count ->
    [one] { $count } group
   *[other] { $count } groups
}
set-footer = A set gives nobody permissions.
set-deleted = Set deleted
set-deleted-text = Nobody can use the set { $name } any more. The groups themselves did not change.
sets = Sets of groups
sets-none = No sets to show here. Save one with `/wa-set save`.
sets-file = The attached file has all groups of these sets.
# Titles of the columns of a file
column-set = set
column-group = group
column-group-id = group id

bad-set-name = This name does not work for a set
bad-set-name-text = The name of a set has at most { $max } characters, no comma, and is not the id of a group. Nothing changed.
no-such-set = Set not found
no-such-set-text = Usher found no set { $name } that you can delete. Nothing changed.
# A list follows
sets-to-choose = Sets you can choose:
set-outside-scope = You can't manage all groups of this set
set-outside-scope-text = The set { $name } has groups that you can't manage, so you can't replace or delete it. Nothing changed. Choose another name, or ask someone who can manage permissions in all of its groups.
set-too-large = Too many groups for a set
set-too-large-text = A set can have at most { $max } groups. This one would have { $given }. Nothing changed.
too-many-sets = No room for another set
too-many-sets-text = This server has { $max } sets, which is the limit. Nothing changed. Delete one with `/wa-set delete`, or replace one by using its name.
set-changed = Someone else changed this set
set-changed-text = The set changed at the same moment, so Usher left it as it is now. See `/wa-set list`, then run the command again.

## Lists of groups

bad-group-list = Some of these groups are not clear
# These follow an entry of the list. Names and ids of groups follow
group-unknown = You can use no group and no set of this name here
group-unknown-like = You can use no group and no set of this name here. Similar names: { $groups }
group-ambiguous = Several groups have this name. Write the id of one: { $ids }
# $set: the name of the set, as it must be written
group-or-set = A set has the same name. Write { $set } for the set, or the id of a group: { $ids }
set-empty = This set has no group that you can use here
no-groups-named = No group given
no-groups-named-text = Write at least one group or set in the `groups` option. Nothing changed.
# A choice while a person types; at most 100 characters
choices-too-long = Too long for more suggestions. Type the rest yourself, or use a set of groups.
# The last one of the choices while a person types
choices-more-in-list = Type to see { $more } more

## The audit log, and what the commands are for

deed-set-saved = { $who } saved the set { $name } with { $count ->
    [one] { $count } group
   *[other] { $count } groups
}.
deed-set-replaced = { $who } replaced the set { $name } with a new one of { $count ->
    [one] { $count } group
   *[other] { $count } groups
}.
deed-set-deleted = { $who } deleted the set { $name }
action-sets = manage sets of groups
action-sets-list = see sets of groups
