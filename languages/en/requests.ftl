### Requests: somebody asks for what they may do only with approval. "Wishes" say what for.

request-asks = { $who } wants to { $wish }.
request-asked = { $who } wanted to { $wish }.
request-you-asked = You wanted to { $wish }.
request-waits = **Waiting for approval:** { $wish }.

field-needs = Needs permission to
field-asked-in = Requested in
field-good-until = Expires
field-not-carried-out = Note
field-not-shown = Not everything is shown
request-more-people = This shows { $shown } of { $people } people. **Details** has a file with all of them.
request-more-text = The text is too long to show here. **Details** has all of it in a file.
request-more-picture = **Details** shows the picture.
field-invite-link = Invite link
# Each followed by a text of the requester's own, in a block
field-new-name = New name
field-new-picture = Picture link
field-new-settings = New settings
field-approved-by = Approved by
button-approve = Approve
button-deny = Deny
button-details = Details
can-be-approved-again = You can approve it again.
press-unread = Result not known yet
press-unread-text = Usher can't read its data at the moment, so it does not know the result of your press. The request shows it. If the request still has its buttons in a minute, press again.

request-posted = Usher sent it to the people who can approve it. You'll be notified.
request-posted-later = Usher could not post it yet and keeps trying. You'll be notified.
request-not-posted = ⚠️ **Usher can't post in the approval channel.** Ask an Administrator to fix it with `/wa-setup`. Usher keeps trying until the request expires.
request-take-back = Withdraw: /wa-request cancel

# Title of a window; at most 45 characters
deny-title = Deny this request
# At most 45 characters
deny-field = Reason (optional; the requester sees it)

requests = Requests
requests-none = No requests in the last 24 hours.
request-line = { $who }: { $wish } · **{ $title }** · { $state }
request-taken-back = Request #{ $request } withdrawn. Nothing changed.

## How a request stands

state-open = open, expires { $time }
state-open-unposted = open, not posted yet, expires { $time }
state-open-unpostable = open, **Usher can't post it**, expires { $time }
state-approved = approved by { $by }
state-denied = denied by { $by }
state-cancelled = withdrawn
state-expired = expired
state-void = no longer possible

somebody = someone
ending-open = Open, expires { $time }.
ending-being-done = Approved by { $by }. Usher is working on it.
ending-nothing = Approved by { $by }. Nothing needed to change, or nothing could be changed.
# A sentence follows
ending-approved = Approved by { $by }.
ending-done = Approved by { $by }. Done.
ending-denied = Denied by { $by }. Nothing changed.
# The reason follows
ending-why = Reason:
ending-cancelled = { $who } withdrew this request. Nothing changed.
ending-expired = Nobody decided in time. Nothing changed.
ending-void = { $by } approved this, but { $who } no longer has permission to request it. Nothing changed.
trouble-unknown = **Not confirmed** ({ $cause }). This may or may not have worked.
trouble-watched = Usher keeps checking for an hour.
trouble-failed = Not done ({ $cause }). Nothing changed.
trouble-other = Not done ({ $cause }). Nothing changed.

about-invite = An invite

## Wishes. They follow "wants to".

wish-create = create a group
wish-create-with = create a group with { $people }
wish-rename = rename this group
wish-undescribe = remove this group's description
wish-describe = change this group's description
wish-settings = change the settings of this group
wish-settings-show = see the settings of this group
wish-join-requests = see the requests to join this group
wish-approve = let { $people } join this group
wish-decline = decline the request of { $people } to join this group
wish-leave = make Usher leave this group
wish-delete = **delete this group for all its members**
wish-join = make Usher join a group with an invite link
wish-add = add { $people } to this group
wish-remove = remove { $people } from this group
wish-promote = make { $people } admin
wish-demote = remove { $people } as admin
wish-show-invite = see this group's invite link
wish-revoke-invite = revoke this group's invite link and get a new one
wish-show = see this group
wish-members = see this group's members
wish-list = see the list of groups
wish-preview = see where an invite link leads
wish-sessions = see the WhatsApp accounts
