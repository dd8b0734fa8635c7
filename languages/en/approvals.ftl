### Approvals: two people, reminders, and the buttons of /wa-request list.

field-approvals = Approvals
approvals-two = Two different people must approve this.
approvals-one-more = Approved by { $by }. One more approval is needed.
approval-lost = { $by } no longer has permission for this, so this approval no longer counts.
approvers = { $first } and { $last }
approved-already = You already approved this
approved-already-text = Someone else must approve it too. Your press changed nothing.
state-open-one-more = open, approved by { $by }, one more approval needed, expires { $time }
reminder = **Request #{ $request } is still open.** { $link }

## Buttons of a request in a list; at most 80 characters

button-approve-request = Approve #{ $request }
button-deny-request = Deny #{ $request }
button-details-request = Details #{ $request }
button-withdraw-request = Withdraw #{ $request }
