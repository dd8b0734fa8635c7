### Lists of more people than an account may add in a day.

# $time is a time of Discord
rest-follows = { $count ->
    [one] Usher adds the other person by itself from { $time } on.
   *[other] Usher adds the other { $count } people by itself from { $time } on, as many each day as the daily limit allows.
}
standing-follows = Not tried yet; Usher adds them later
button-stop-rest = Don't add the rest
stopped-overdue = Usher did not begin this: for 24 hours after its time something was in the way.
rest-cancelled = The rest of the list is not added. The people who were added stay in the group.

# The message about what a later day came to; $who is a mention
rest-title = The rest of a list
rest-counts = Added: { $added }. Not added: { $others }. Still to come: { $waiting }.
rest-unconfirmed = Not confirmed: { $count }. Check the group.
rest-details = Details: `/wa-audit show` with the number below.
rest-nobody = { $who }, nobody else from your list was added.
rest-unknown = { $who }, it is not confirmed whether the rest of your list was added. Check the group.
rest-failed = { $who }, the rest of your list was not added.

# These follow “asks to”
wish-add-first = add { $people } to this group: only the first { $most }
wish-add-rest = add { $people } to this group: the first { $most } now, the others on the following days
wish-add-daily = add { $people } to this group, as many each day as the daily limit allows
