### Changes whose answer was lost: what is known of them, and what may still happen.

settling = Usher got no clear answer from the WhatsApp service. Usher is checking whether the change was made, until { $time } at the latest.
settling-restarted = Usher was restarted while this was under way. It is checking whether the change was made, until { $time } at the latest.
unconfirmed = Not confirmed
unconfirmed-asked = You asked Usher to { $wish }.
unconfirmed-unchanged = Usher got no clear answer from the WhatsApp service. After { $seconds ->
    [one] { $seconds } second
   *[other] { $seconds } seconds
} the change was not there, but it may still happen.
unconfirmed-unclear = Usher got no clear answer from the WhatsApp service. The group shows neither the old state nor what you asked for, so another change may have come in between.
unconfirmed-candidates = Usher got no clear answer from the WhatsApp service. One of these groups may be the new one; Usher cannot tell which:
unconfirmed-not-shown = Usher got no clear answer from the WhatsApp service, which does not show a group's picture. Look at the group in WhatsApp before you run the command again.
unconfirmed-unreadable = Usher got no clear answer from the WhatsApp service, and Usher could not look at the groups afterwards. The change may have been made, or may still happen.
unconfirmed-unknown = Usher got no clear answer from the WhatsApp service. The change may have been made, or may still happen.
unconfirmed-watched = Usher looks again for an hour and tells you if it happens. Look at the group before you run the command again.
unconfirmed-checked = Last checked { $time }.
button-check-again = Check again
confirmed-late = This was reported as not confirmed. It happened after all.
confirmed-late-to = { $who }, this was reported as not confirmed. It happened after all.
check-over = This is settled already. `/wa-audit show` shows how it ended.
check-failed = Usher could not read its store at the moment, and looked at nothing. Press again in a minute.
case-confirmed = Confirmed now, after it was reported as not confirmed: { $deed }
repeats-unsettled = **The same change was requested { $time } and is not confirmed yet.** If you continue, it may be made twice.
repeats-yes = Continue anyway
still-unsettled = Not settled yet
still-unsettled-text = The same change was requested { $time }, and Usher is still checking whether it was made. Nothing was changed now, and the request stays open.
api-error = The WhatsApp service failed
api-error-text = The WhatsApp service reported an error, and the change is not there.
not-sent-text = Usher was interrupted before it sent this. Nothing was changed. Run the command again if you still want it.
name-unchanged = The group already has this name. Nothing was changed.
description-unchanged = The group already has this description. Nothing was changed.
created-description-unconfirmed = It is not confirmed that its description was set. Look at the group.
created-picture-unconfirmed = It is not confirmed that its picture was set. Look at the group in WhatsApp.
