### Questions before something that cannot be undone, and longer work.

ask-leave = Leave this group? Usher can't manage it any more and needs an invite link to come back.
ask-leave-yes = Leave
ask-delete = Delete this group for all its members? This can't be undone. Usher asks you to type the group's name.
ask-delete-nameless = Delete this group for all its members? This can't be undone. The group has no visible name, so Usher asks you to type its ID.
ask-delete-yes = Delete…
ask-remove = Remove { $count ->
    [one] { $count } person
   *[other] { $count } people
} from this group?
ask-remove-yes = Remove
ask-approve = { $count ->
    [one] Let { $count } person join this group?
   *[other] Let { $count } people join this group?
}
ask-approve-yes = Approve
ask-decline = { $count ->
    [one] Decline the request of { $count } person to join this group?
   *[other] Decline the requests of { $count } people to join this group?
}
ask-decline-yes = Decline
ask-hidden = { $count ->
    [one] { $count } more person asks, but hides their number. Decide about them in WhatsApp.
   *[other] { $count } more people ask, but hide their numbers. Decide about them in WhatsApp.
}
ask-revoke = Revoke the invite link? The current link stops working everywhere. You get a new one.
ask-revoke-yes = Revoke
ask-other = Continue?
ask-other-yes = Continue

# Title of a window; at most 45 characters with a name of 25
delete-title = Delete { $group }
# At most 45 characters
delete-field = To confirm, type the group's name
# At most 45 characters
delete-field-id = To confirm, type the group's ID
cancelled = Cancelled
not-confirmed = Expired
not-confirmed-text = You did not confirm in time. Nothing changed. Run the command again if you still want to { $wish }.

working = Working…
working-far = Working… { $answered } of { $all } steps done
working-api-pause = Paused by WhatsApp. Continues automatically { $time }.
working-slowly = Close to the daily limit, so Usher is slowing down. Continues { $time }.
