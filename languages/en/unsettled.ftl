### Changes whose answer was lost: what is known of them, and what may still happen.

settling = Usher got no clear answer from the WhatsApp service and is checking whether the change was made. The check ends { $time } at the latest.
settling-restarted = Usher restarted during this command and is checking whether the change was made. The check ends { $time } at the latest.
unconfirmed = Not confirmed
unconfirmed-asked = You wanted to { $wish }.
unconfirmed-unchanged = Usher got no clear answer from the WhatsApp service. After { $seconds ->
    [one] { $seconds } second
   *[other] { $seconds } seconds
} the change was not there, but it may still happen.
unconfirmed-unclear = Usher got no clear answer from the WhatsApp service. The group shows neither the old state nor what you asked for, so another change may have come in between.
unconfirmed-candidates = Usher got no clear answer from the WhatsApp service. One of these groups may be the new one; Usher can't tell which:
unconfirmed-not-shown = Usher got no clear answer from the WhatsApp service, which does not show a group's picture. Check the group in WhatsApp before you run the command again.
unconfirmed-unreadable = Usher got no clear answer from the WhatsApp service, and could not check the groups afterwards. The change may have been made, or may still happen.
unconfirmed-unknown = Usher got no clear answer from the WhatsApp service. The change may have been made, or may still happen.
unconfirmed-watched = Usher keeps checking for an hour and notifies you if the change happens. Check the group before you run the command again.
unconfirmed-checked = Last checked { $time }.
button-check-again = Check again
confirmed-late = Usher reported this as not confirmed. It happened after all.
confirmed-late-to = { $who }, Usher reported this as not confirmed. It happened after all.
check-over-title = Already settled
check-over = There is nothing left to check. `/wa-audit show` shows the result.
check-failed-title = Not checked
check-failed = Usher can't read its data at the moment, so it did not check anything. Press again in a minute.
case-confirmed = Confirmed later: { $deed }
repeats-unsettled = **The same change was requested { $time } and is not confirmed yet.** If you continue, it may happen twice.
repeats-yes = Continue anyway
still-unsettled = Not confirmed yet
still-unsettled-text = The same change was requested { $time }, and Usher is still checking whether it was made. This press changed nothing, and the request stays open.
api-error = The WhatsApp service failed
api-error-text = The WhatsApp service reported an error, and the change is not there.
not-sent-text = Usher restarted before it sent this. Nothing changed. Run the command again if you still want it.
name-unchanged = The group already has this name. Nothing changed.
description-unchanged = The group already has this description. Nothing changed.
created-description-unconfirmed = Not confirmed: the description may not be set. Check the group.
created-picture-unconfirmed = Not confirmed: the picture may not be set. Check the group in WhatsApp.
