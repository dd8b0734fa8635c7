### Words that many answers share. Values in braces are put in by Usher; text between ` ` is typed as it stands and is
### never translated; ** makes bold. "Usher" in a group means the WhatsApp account that Usher acts with.

# A number alone, as the language writes it
number = { $number }
people = { $count ->
    [one] { $count } व्यक्ति
   *[other] { $count } लोग
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
list-goes-on = …और { $more } अन्य

unknown = पता नहीं
# A member of a group of whom nothing is known
nameless = अनजान सदस्य
creator = ग्रुप क्रिएटर
admin = एडमिन

field-group-id = ग्रुप ID
field-members = सदस्य
field-created = बनाया गया
field-session = WhatsApp अकाउंट

footer-session = WhatsApp अकाउंट: { $session }
# The log names the error by it
footer-reference = एरर कोड { $reference }
footer-case = लॉग एंट्री #{ $case }
footer-request = अनुरोध #{ $request }

button-cancel = रद्द करें
nothing-changed = कुछ नहीं बदला।
# Below a question. $time is such as “in 60 seconds”
expires = समय सीमा: { $time }
