### Words that many answers share. Values in braces are put in by Usher; text between ` ` is typed as it stands and is
### never translated; ** makes bold. "Usher" in a group means the WhatsApp account that Usher acts with.

# A number alone, as the language writes it
number = { $number }
people = { $count ->
    [one] { $count } person
   *[other] { $count } people
}
members-count = { $count ->
    [one] { $count } member
   *[other] { $count } members
}
groups-count = { $count ->
    [one] { $count } group
   *[other] { $count } groups
}

# One, two and three
list-and = { $first } and { $last }
# One, two and 5 more
list-and-more = { $first } and { $more } more
# A last line below a list
list-goes-on = …and { $more } more

unknown = unknown
# A member of a group of whom nothing is known
nameless = unknown member
creator = group creator
admin = admin

field-group-id = Group ID
field-members = Members
field-created = Created
field-session = WhatsApp account

footer-session = WhatsApp account: { $session }
# The log names the error by it
footer-reference = Error code { $reference }
footer-case = Log entry #{ $case }
footer-request = Request #{ $request }

button-cancel = Cancel
nothing-changed = Nothing changed.
# Below a question. $time is such as “in 60 seconds”
expires = Expires { $time }
