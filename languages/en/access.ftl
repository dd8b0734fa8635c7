### Rights of roles, and the set-up of a server.

granted = Granted
granted-held = { $role } may now use { $rights }{ $scope }
granted-asked = Somebody who holds it must approve: { $role } may now ask for { $rights }{ $scope }
granted-no-effect = In a single group { $capabilities } has no effect: it is about groups that are not there yet.
granted-footer = It counts at once.
revoked = Revoked
revoked-lost = { $role } lost { $rights }
revoked-footer = It counts at once. Administrators keep everything.
# Rights that one has only if somebody approves, in a list
rights-by-approval = { $rights } by approval
# Follows rights
in-group = in { $group }
in-session = in session { $session }

grants = Grants
grants-none = No role has a grant here. Administrators may do everything, and nobody else anything.
grants-narrow = … and { $more } more. The option `role` narrows the list.
grants-footer = “file”: set by the bot owner, and can't be changed here. Administrators can do everything.
grant-may-ask = may ask for { $rights }
grant-of-file = file
grant-of-discord = Discord

rights-of = What may they do?
rights-of-administrator = { $who } is an Administrator of this server, and so may do everything.
rights-of-nobody = { $who } may do nothing here.
rights-of-somebody = { $who } may use:
rights-through = { $capability } through { $roles }
rights-if-approved = { $capability } if somebody approves, through { $roles }
not-everywhere = { $role } (not everywhere)
field-not = Not

## Set-up

set-up = Set-up of this server
set-up-text = What is there, and what is missing. The menus and buttons below set it.
set-up-done = **Done:** { $what }
set-up-not-set = **Not set:** { $why }
set-up-moderators = { $role } is a role of moderators now.
set-up-log = { $channel } is the log channel now.
set-up-log-gone = There is no log channel any more.
set-up-approvals = { $channel } is the channel for approvals now.
set-up-approvals-gone = There is no channel for approvals any more.
set-up-no-sessions = The groups API knows none of this server's sessions. Tell the bot owner.
set-up-unreadable = Could not be read: { $why }
set-up-no-log = Not set. Changes and refusals are told nowhere but to who made them.
set-up-no-approvals = Not set. You need it only if some roles must ask for approval.
set-up-approvals-wanted = **Not set, and wanted:** some roles may do things only by approval, and there is nowhere to ask.
set-up-footer = /wa-access grant gives roles other rights, for some groups only if you like.
set-up-fixed = { $setting } (set by the bot owner)
set-up-lacks = **Usher cannot write there.** It lacks: { $permissions }. Change the channel's permissions.
set-up-gone = **There is no such channel any more.**
set-up-silent = Discord did not say whether Usher can write there.
set-up-log-waits = **Discord has refused Usher’s entries here since { $since }.** { $count ->
    [one] { $count } entry waits
   *[other] { $count } entries wait
}. Usher keeps them and posts them in order as soon as it can.
set-up-no-roles = None: only Administrators may use Usher.
set-up-roles-silent = Discord did not say which roles there are.
set-up-all-roles = None: every role has a grant.
set-up-bare-roles = They may do nothing, and so they need nothing here.
set-up-country = Numbers without a country code are read as numbers of { $country } now.
set-up-country-gone = This server has no country of its own any more.
set-up-country-default = { $country } (the bot owner’s default for all servers)
set-up-country-meaning = Numbers without a country code are read as numbers of this country.
set-up-no-country = Not set. Usher cannot tell which country a number without a country code belongs to.
set-up-country-proposed = Proposed: { $country }, from the number of the connected WhatsApp account.
set-up-invitation = Invitations have your own text now.
set-up-invitation-gone = Invitations have the text in the language of this server now.
field-accounts = WhatsApp accounts
field-log-channel = Log channel
field-approvals-channel = Channel for approvals
field-country = Country of phone numbers
field-invitation = Invitation to WhatsApp groups
field-roles-with = Roles with grants
field-roles-without = Roles without
menu-moderators = Make a role moderators
# A button
button-country = Country…
# A button
button-use-country = Use { $country }
# At most 45 characters
country-title = Country of phone numbers
# At most 45 characters
country-label = Country
# At most 100 characters
country-hint = BR, +55 or Brazil. Empty: none of its own.
# A button
button-set-invitation = Invitation…
# At most 45 characters
invitation-title = Invitation
# At most 45 characters
invitation-label = Text with { $group } and { $link }
# At most 100 characters
invitation-hint = Empty: the text in the language of this server

# A choice beside "all", when a role is given rights that need approval; at most 90 characters
choice-all = everything in this grant

## A log channel that refuses entries

# A title
log-closed = Usher cannot write to the log channel
log-closed-text = Discord has refused Usher’s entries in { $channel } since { $since }. { $count ->
    [one] { $count } entry waits
   *[other] { $count } entries wait
}. Usher keeps them and posts them in order as soon as it can. An Administrator can change the channel or its permissions: `/wa-setup` shows what is missing.
