### What was done, for others to read: notices in the channel, the log channel and the audit log.

deed-created = { $who } created this group.
deed-created-with = { $who } created this group with { $people }.
deed-renamed = { $who } renamed **{ $before }** to **{ $after }**
deed-described = { $who } changed the description.
deed-picture = { $who } changed the picture.
deed-left = { $who } made Usher leave this group.
deed-deleted = { $who } deleted this group.
deed-joined = { $who } made Usher join this group.
deed-added = { $who } added { $people }.
deed-removed = { $who } removed { $people }.
deed-promoted = { $who } made { $people } admin.
deed-demoted = { $who } removed { $people } as admin.
# An entry of an older release, which does not say whether they became admins
deed-admins-changed = { $who } changed the admin role of { $people }.
deed-settings = { $who } changed the group settings. { $settings }
deed-requests-approved = { $who } let { $people } join.
deed-requests-declined = { $who } declined the request of { $people } to join.
deed-invite-revoked = { $who } revoked the invite link. The old one no longer works.
deed-invite-shown = { $who } viewed the invite link.
deed-journal-exported = { $who } exported { $rows ->
    [one] { $rows } log entry
   *[other] { $rows } log entries
}.
deed-granted = { $who } added permissions for { $grant }
deed-rights-revoked = { $who } removed permissions from { $grant }
deed-log-channel = { $who } set the log channel to { $channel }.
deed-log-channel-gone = { $who } turned off the log channel.
deed-approvals-channel = { $who } set the approval channel to { $channel }.
deed-approvals-channel-gone = { $who } turned off the approval channel.
deed-approvals-role = { $who } set the role that new requests mention to { $role }.
deed-approvals-role-gone = { $who } removed the role that new requests mention.
deed-country = { $who } set the country of phone numbers to { $country }.
deed-country-gone = { $who } removed this server's country of phone numbers.
deed-invitation = { $who } changed the text of invitations.
deed-invitation-gone = { $who } went back to the default text of invitations.
deed-approved = Approved by { $by }.
who-owner = The bot owner
who-erased = A person whose data was erased

## Entries of the audit log. $action is such as “rename groups”.

case-nothing = { $who } tried to { $action }; { $result }.
# What did not happen, in case-nothing
nothing-added = nobody was added
nothing-removed = nobody was removed
nothing-promoted = nobody became an admin
nothing-demoted = nobody lost the admin role
nothing-else = nothing changed
case-used = { $who } used the command to { $action }.
case-used-result = { $who } used the command to { $action }: { $result }.
case-used-for = { $who } used the command to { $action } for { $count ->
    [one] { $count } person
   *[other] { $count } people
}: { $result }.
case-refused = { $who } tried to { $action } (no permission).
case-refused-more = And { $count ->
    [one] { $count } more refusal
   *[other] { $count } more refusals
} of the same person in that minute, without entries of their own.
more-refusals = Usher refused { $who } { $count ->
    [one] { $count } more time
   *[other] { $count } more times
} in the last minute. The audit log has the first refusals.
# The reason follows, if there is one
case-denied = { $by } denied a request of { $who } to { $action }.
case-taken-back = { $who } withdrew a request to { $action }.
case-expired = A request of { $who } to { $action } expired.
case-failed = { $who } tried to { $action }. It failed and nothing changed ({ $cause }).
case-unknown = { $who } tried to { $action }. **Not confirmed** ({ $cause }): it may or may not have worked.
case-unconfirmed = { $who } tried to { $action }. **Not confirmed**: it may or may not have worked.
case-unconfirmed-people = **Not confirmed** for { $count ->
    [one] { $count } person
   *[other] { $count } people
}. Check the group.
result-open = in progress
result-done = done
result-nothing = no change
result-failed = failed
result-refused = refused
result-unknown = not confirmed

cases = Audit log
cases-none = No entries found.
cases-none-near = Nothing in the last { $count } entries that Usher searched. The buttons below search further.
cases-footer = Details of one entry: /wa-audit show

field-when = When
field-result = Result
field-operation = Action
field-channel = Channel
field-tries = Attempts
field-group = Group
field-people = People

journal = Audit log exported
journal-exported = { $rows ->
    [one] { $rows } entry
   *[other] { $rows } entries
} exported. The file has private data; share it with care.
journal-cut = { $missing ->
    [one] { $missing } older entry did not fit.
   *[other] { $missing } older entries did not fit.
} See the rest with `/wa-audit recent`. To get every entry in a file, export more often and use `days`.

## After an interruption

interrupted = Usher restarted
interrupted-done = Finished after a restart: { $deed }
interrupted-unknown = { $who }, Usher restarted during your command, and it is not confirmed that it took effect. Check the group before you run the command again.
interrupted-nothing = { $who }, Usher restarted during your command. Nothing changed. Run the command again if you still want it.
