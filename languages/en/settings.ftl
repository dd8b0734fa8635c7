### Settings of a group, and requests to join it.

setting-writers-everyone = Everyone can send messages.
setting-writers-admins = Only admins can send messages.
setting-editors-everyone = Everyone can change the name, picture and description.
setting-editors-admins = Only admins can change the name, picture and description.
setting-adders-everyone = Everyone can add members.
setting-adders-admins = Only admins can add members.
setting-approval-on = An admin must approve who joins by the link.
setting-approval-off = Anyone with the link joins without approval.
setting-changed = Changed
setting-was-so = Already set
setting-not-changed = Not changed
setting-unconfirmed = Not confirmed. Check the settings before you run the command again
settings-unknown = The WhatsApp service did not tell the settings of this group.
in-community = Belongs to a community
# Values of the options of a command
choice-everyone = Everyone
choice-admins = Only admins
choice-approval-on = An admin approves
choice-approval-off = No approval

## Requests to join

join-requests-count = { $count ->
    [one] { $count } person asks to join
   *[other] { $count } people ask to join
}
join-requests-none = Nobody asks to join at the moment.
join-requests-not-needed = Nobody asks to join: anyone with the link joins without approval.
menu-approve = Approve…
menu-decline = Decline…
button-approve-all = Approve all
button-decline-all = Decline all
button-join-requests = Show requests
# The notice of requests to join in the approvals channel. $when: a time that Discord shows, such as "2 minutes ago"
join-notice-as-of = As of { $when }.
join-notice-replaced = A newer message has the current number.
join-notice-unreachable = Usher does not see the requests of this group any more.
# What became of a request; the people follow
request-result-approved = Now in the group
request-result-declined = Declined
request-result-not-asking = Did not ask to join
request-result-not-in = The request is gone, but the number is not in the member list. Check the member list
request-result-still-asking = WhatsApp did not decide this; the request is still open
request-result-unconfirmed = Not confirmed. Check the requests before you run the command again
