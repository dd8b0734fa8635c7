### Permissions of roles, and the setup of a server.

granted = Permissions added
granted-held = { $role } can now use { $rights }{ $scope }
granted-asked = { $role } can now request { $rights }{ $scope }
# Below the line before
granted-asked-how = Someone who has the permission must approve each request.
granted-no-effect = Left out, because permissions for new groups can't be limited to one group: { $capabilities }
granted-footer = Takes effect now.
revoked = Permissions removed
revoked-lost = Removed from { $role }: { $rights }
revoked-footer = Takes effect now. Administrators always have every permission.
# Permissions that need approval, in a list
rights-by-approval = { $rights } (with approval)
# Follows permissions
in-group = in { $group }
in-session = with the WhatsApp account { $session }

grants = Permissions
grants-none = No permissions to show here. A role without permissions can't use Usher; Administrators always can. Add permissions with `/wa-access grant`.
grants-narrow = …and { $more } more. Use the `role` option to see one role.
grants-footer = “Set by the bot owner” can't be changed here. Administrators can do everything.
grant-may-ask = can request { $rights }
grant-of-file = set by the bot owner
grant-of-discord = set here

rights-of = Permissions of one person
rights-of-administrator = { $who } is an Administrator and can do everything.
rights-of-nobody = { $who } has no permissions here. Add permissions for one of their roles with `/wa-access grant`.
rights-of-somebody = { $who } can:
# The line goes on with the roles
rights-through = { $capability } · from { $roles }
rights-if-approved = { $capability } · with approval · from { $roles }
# $scope is such as “in Alpha Team”
not-everywhere = { $role } only { $scope }
field-not = Not allowed

## Setup

set-up = Setup
set-up-text = Choose channels and a moderator role in the menus below. The buttons change the country of phone numbers and the text of invitations.
set-up-done = ✅ { $what }
set-up-not-set = ⚠️ **Not changed.** { $why }
set-up-moderators = { $role } can now see and change groups, add and remove people, and manage invite links.
set-up-log = Log channel: { $channel }
set-up-log-gone = Log channel turned off.
set-up-approvals = Approval channel: { $channel }
set-up-approvals-gone = Approval channel turned off.
set-up-approvals-role = New requests mention { $role }.
set-up-approvals-role-gone = New requests mention no role.
set-up-mentions = Mentions { $role } for each new request.
set-up-mentions-nobody = ⚠️ **The mention notifies nobody.** Let everyone mention this role, or give Usher Mention @everyone, @here, and All Roles in this channel.
set-up-role-gone = ⚠️ **This server has no such role.** Choose another.
set-up-alerts = Alerts about WhatsApp accounts mention { $role }.
set-up-alerts-role-gone = ⚠️ **This server has no such role.** Tell the bot owner.
mentions-everyone = This is @everyone
mentions-everyone-text = Usher never mentions @everyone. Choose another role. Nothing changed.
set-up-no-sessions = The WhatsApp account set for this server doesn't exist. Tell the bot owner.
set-up-unreadable = Usher could not read the accounts. { $why }
set-up-no-log = Not set. Choose a channel to get a record of every change and every refusal, and an alert when a WhatsApp account is disconnected.
set-up-no-approvals = Not set. You need it only if some roles must ask for approval.
set-up-no-approvals-no-notices = Not set. You need it if some roles must ask for approval, or to be notified of people who ask to join.
set-up-approvals-wanted = ⚠️ **Needed:** some roles must ask for approval, but no channel is set for requests.
set-up-footer = More options: /wa-access grant (other permissions, or only some groups)
set-up-fixed = { $setting } (set by the bot owner)
set-up-lacks = ⚠️ **Usher can't post there.** Give it { $permissions } in this channel.
set-up-gone = ⚠️ **This server has no such channel.** Choose another.
set-up-silent = Usher could not check whether it can post there.
set-up-log-waits = ⚠️ **Discord has refused Usher's entries here since { $since }.** { $count ->
    [one] { $count } entry is
   *[other] { $count } entries are
} waiting. Usher posts them in order as soon as it can.
set-up-no-roles = None. Only Administrators can use Usher.
set-up-roles-silent = Usher could not read the roles from Discord.
set-up-all-roles = None. Every role has permissions.
set-up-bare-roles = These roles give no permissions in Usher.
set-up-country = Country of phone numbers: { $country }
set-up-country-gone = This server has no country of its own any more.
set-up-country-default = { $country } (the bot owner's default for all servers)
set-up-country-meaning = Numbers without a country code are read as numbers of this country.
set-up-no-country = Not set. Usher can't tell which country a number without a country code belongs to.
set-up-country-proposed = Suggested: { $country }, from the number of the connected WhatsApp account.
set-up-invitation = Invitations now use your own text.
set-up-invitation-gone = Invitations use the default text again, in this server's language.
field-accounts = WhatsApp accounts
field-log-channel = Log channel
field-approvals-channel = Approval channel
field-country = Country of phone numbers
field-invitation = Invitation to WhatsApp groups
field-roles-with = Roles with permissions
field-roles-without = Roles without permissions
menu-moderators = Give a role moderator permissions
menu-approvals-role = Role to mention for new requests
# A button
button-country = Country…
# A button
button-use-country = Use { $country }
# At most 45 characters
country-title = Country of phone numbers
# At most 45 characters
country-label = Country
# At most 100 characters
country-hint = For example BR, +55 or Brazil. Leave empty to remove this server's own country.
# A button
button-set-invitation = Invitation…
# At most 45 characters
invitation-title = Invitation
# At most 45 characters
invitation-label = Text with { $group } and { $link }
# At most 100 characters
invitation-hint = Leave empty to use the default text in this server's language.

# A choice beside "all", when a role gets permissions that need approval; at most 90 characters
choice-all = every permission given here

## A log channel that refuses entries

# A title
log-closed = Usher can't post in the log channel
log-closed-text = Discord has refused Usher's entries in { $channel } since { $since }. { $count ->
    [one] { $count } entry is
   *[other] { $count } entries are
} waiting. Usher posts them in order as soon as it can. An Administrator can fix this: `/wa-setup` shows what is missing.
