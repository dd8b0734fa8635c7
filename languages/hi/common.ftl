### Words that many answers share. Values in braces are put in by Usher; text between ` ` is typed as it stands and is
### never translated; ** makes bold. "The account" is the WhatsApp account that Usher acts with.

# A number alone, as the language writes it
number = { $number }
people = { $count ->
    [one] { $count } व्यक्ति
   *[other] { $count } व्यक्ति
}
members-count = { $count ->
    [one] { $count } सदस्य
   *[other] { $count } सदस्य
}
groups-count = { $count ->
    [one] { $count } ग्रुप
   *[other] { $count } ग्रुप
}

# One, two and three
list-and = { $first } और { $last }
# One, two and 5 more
list-and-more = { $first } और { $more } अन्य
# A last line below a list
list-goes-on = … और { $more } अन्य।

unknown = पता नहीं
# A member of a group of whom nothing is known
nameless = बिना ID वाला सदस्य
creator = क्रिएटर
admin = एडमिन

field-group-id = ग्रुप ID
field-members = सदस्य
field-created = बनाया गया
field-session = सेशन

footer-session = सेशन { $session }
# By which whoever runs the bot finds it in the log
footer-reference = रेफ़रेंस { $reference }
footer-case = केस { $case }
footer-request = अनुरोध { $request }

button-cancel = रद्द करें
nothing-changed = कुछ नहीं बदला गया।
