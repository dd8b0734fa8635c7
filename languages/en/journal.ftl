### What was done, for others to read: notices in the channel, the log channel and the journal.

deed-created = { $who } created this group.
deed-created-with = { $who } created this group with { $people }.
deed-renamed = { $who } renamed **{ $before }** to **{ $after }**
deed-described = { $who } changed the description.
deed-picture = { $who } changed the picture.
deed-left = { $who } made the account leave this group.
deed-deleted = { $who } deleted this group.
deed-joined = { $who } made the account join this group.
deed-added = { $who } added { $people }.
deed-removed = { $who } removed { $people }.
deed-promoted = { $who } made { $people } admin.
deed-demoted = { $who } took the admin role from { $people }.
deed-invite-revoked = { $who } revoked the invite link; the old one no longer works.
deed-invite-shown = { $who } looked at the invite link.
deed-journal-exported = { $who } took { $rows ->
    [one] { $rows } case
   *[other] { $rows } cases
} out of the journal as a file.
deed-granted = { $who } gave rights to { $grant }.
deed-rights-revoked = { $who } took rights from { $grant }.
deed-log-channel = { $who } made { $channel } the log channel.
deed-log-channel-gone = { $who } took the log channel away.
deed-approvals-channel = { $who } made { $channel } the channel for approvals.
deed-approvals-channel-gone = { $who } took the channel for approvals away.
deed-country = { $who } made { $country } the country of phone numbers.
deed-country-gone = { $who } took the country of phone numbers away.
deed-invitation = { $who } set the text of invitations.
deed-invitation-gone = { $who } took the server’s own text of invitations away.
deed-approved = { $by } approved it.
who-owner = The bot owner
who-erased = A person whose data was erased

## Cases of the journal

case-nothing = { $who } used { $operation }, which changed nothing.
case-used = { $who } used { $operation }.
case-used-result = { $who } used { $operation }: { $result }.
case-used-for = { $who } used { $operation } for { $count ->
    [one] { $count } person
   *[other] { $count } people
}: { $result }.
case-refused = { $who } was refused { $operation }, which needs { $capability }.
case-refused-more = And { $count ->
    [one] { $count } more refusal
   *[other] { $count } more refusals
} of the same person in that minute, without entries of their own.
more-refusals = { $who } was refused { $count ->
    [one] { $count } more time
   *[other] { $count } more times
} in the last minute. The audit log has the first ones.
case-denied = { $who } asked for { $operation }, and was denied it by { $by }.
case-denied-why = { $who } asked for { $operation }, and was denied it by { $by }: { $reason }
case-taken-back = { $who } asked for { $operation }, and took the request back.
case-expired = { $who } asked for { $operation }, and nobody decided in time.
case-failed = { $who } tried { $operation }; it failed ({ $cause }) and changed nothing.
case-unknown = { $who } used { $operation }; **it is not confirmed that it took effect** ({ $cause }).
result-open = open
result-done = done
result-failed = failed
result-refused = refused
result-unknown = not confirmed

cases = Cases
cases-none = There is no such case that you may see.
cases-none-near = Nothing among the { $count } cases looked through here. The buttons look further.
cases-footer = /wa-audit show tells all of one case.
# A case in a list
case-line-in = { $operation } in **{ $group }**: { $result }
case-line = { $operation }: { $result }

field-when = When
field-result = Result
field-operation = Operation
field-channel = Channel
field-tries = Tries
field-group = Group
field-people = People

journal = Journal
journal-exported = { $rows ->
    [one] { $rows } case
   *[other] { $rows } cases
}, as a file for a spreadsheet. It holds what its members may not want others to see.
journal-cut = { $missing ->
    [one] { $missing } older case did not fit.
   *[other] { $missing } older cases did not fit.
} Look at the rest with `/wa-audit recent`. To have every case in a file, export more often, with `days`.

## After an interruption

interrupted = After an interruption
interrupted-done = What you asked for was finished late: { $deed }
interrupted-unknown = { $who }, what you asked for was interrupted, and it is not confirmed that it took effect. Look at the group before you run the command again.
interrupted-nothing = { $who }, what you asked for was interrupted. Nothing was changed. Use the command again if you still want it.
