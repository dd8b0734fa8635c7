### Requests: somebody asks for what they may do only with somebody's approval. "Wishes" say what for.

request-asks = { $who } asks to { $wish }.
request-asked = { $who } asked to { $wish }.
request-you-asked = You asked to { $wish }.
request-waits = This needs somebody's approval, so Usher has asked for you: to { $wish }.

field-needs = Needs
field-asked-in = Asked in
field-good-until = Good until
field-not-carried-out = Not carried out
field-not-shown = Not all of it is shown
request-more-people = { $shown } of { $people } people are named here. **Details** has a file with all of them.
request-more-text = The text is too long to be shown here as a whole. **Details** has it as a file.
request-more-picture = **Details** shows the picture.
field-invite-link = Invite link
# Each followed by a text of the asker's own, in a block
field-new-name = New name
field-new-picture = Address of the picture
field-approved-by = Approved by
button-approve = Approve
button-deny = Deny
button-details = Details
can-be-approved-again = It can be approved again.
press-unread = Not read back
press-unread-text = Usher cannot read its store at the moment, and does not know what came of your press. The request shows it: as long as it has its buttons, press again in a minute.

request-posted = It was posted for those who may decide. You will be told how it ends.
request-posted-later = It could not be posted yet; Usher tries again. You will be told how it ends.
request-not-posted = **It cannot be posted:** Usher may not write to the channel for approvals, or the channel is gone. An Administrator can mend that with `/wa-setup`; Usher keeps trying as long as the request is good.
request-take-back = /wa-request cancel takes it back

# Title of a window; at most 45 characters
deny-title = Deny this request
# At most 45 characters
deny-field = Why? The asker reads this (optional)

requests = Requests
requests-none = There is no request of the last day. Who may do a thing only with somebody's approval simply uses its command: Usher then asks.
request-line = { $who }: { $wish } in **{ $title }** · { $state }
request-taken-back = Request { $request } was taken back. Nothing was changed.

## How a request stands

state-open = open, good until { $time }
state-open-unposted = open, not posted yet, good until { $time }
state-open-unpostable = open, **it cannot be posted**, good until { $time }
state-approved = approved by { $by }
state-denied = denied by { $by }
state-cancelled = cancelled
state-expired = expired
state-void = no longer possible

somebody = Somebody
ending-open = It is open, and good until { $time }.
ending-being-done = { $by } approved it. It is being carried out.
ending-nothing = { $by } approved it. It was carried out and changed nothing.
ending-deed = { $by } approved it: { $deed }
ending-done = { $by } approved it. It was carried out.
ending-trouble = { $by } approved it. { $trouble }
ending-denied = { $by } denied it. Nothing was changed.
ending-why = Why:
ending-cancelled = It was taken back by who asked. Nothing was changed.
ending-expired = Nobody decided in time. Nothing was changed.
ending-void = { $by } approved it, and it is no longer possible: { $who } may not even ask for it any more. Nothing was changed.
trouble-unknown = **It is not confirmed that it took effect** ({ $cause }).
trouble-watched = Usher looks again for an hour.
trouble-failed = It failed ({ $cause }); nothing was changed.
trouble-other = It could not be carried out ({ $cause }). Nothing was changed.

about-invite = An invite

## Wishes. They follow "asks to".

wish-create = create a group
wish-create-with = create a group with { $people }
wish-rename = rename this group
wish-undescribe = take this group's description away
wish-describe = change this group's description
wish-leave = make the account leave this group
wish-delete = **delete this group for all its members**
wish-join = make the account join a group by an invite link
wish-add = add { $people } to this group
wish-remove = remove { $people } from this group
wish-promote = make { $people } admin
wish-demote = take the admin role from { $people }
wish-show-invite = see this group's invite link
wish-revoke-invite = revoke this group's invite link and make a new one
wish-show = see this group
wish-members = see this group's members
wish-list = see the list of groups
wish-preview = see where an invite link leads
wish-sessions = see the WhatsApp accounts
