### What one does next with a group.

button-invite-link = आमंत्रण लिंक
button-members = सदस्य
button-copy-id = ID कॉपी करें
button-add-people = लोग जोड़ें
button-rename = नाम बदलें
button-describe = विवरण दें
# $group is escaped text
rename-title = { $group } का नाम बदलें
previewed-member = Usher इस ग्रुप में है।

# Which group a name means
no-such-group-next = टाइप करते समय दिखने वाले ग्रुप में से एक चुनें, या `/wa-group list` देखें।
# A list of groups follows
did-you-mean = क्या आपका मतलब इनमें से किसी से है?
# A list of groups follows
groups-to-choose = ग्रुप जिन्हें आप चुन सकते हैं:
# $date is 2026-11-12, or a time of Discord
created-on = { $date } को बना
# The last one of the groups that Discord offers while typing
choices-more = { $count ->
    [one] { $count } और ग्रुप देखने के लिए टाइप करें
   *[other] { $count } और ग्रुप देखने के लिए टाइप करें
}

button-undo = पहले जैसा करें
undo-gone = अब पहले जैसा नहीं हो सकता
undo-gone-text = इसे दस मिनट के अंदर एक बार पहले जैसा किया जा सकता है। अभी कुछ नहीं बदला।
name-superseded = ग्रुप का नाम इसके बाद फिर बदला गया है। अभी कुछ नहीं बदला।
description-superseded = ग्रुप का विवरण इसके बाद फिर बदला गया है। अभी कुछ नहीं बदला।

not-admin = Usher इस ग्रुप का एडमिन नहीं है
not-admin-text = WhatsApp में यह सिर्फ़ ग्रुप एडमिन कर सकते हैं। कुछ नहीं बदला।
# $number is a phone number in bold
not-admin-next = किसी ग्रुप एडमिन से { $number } को एडमिन बनाने को कहें, फिर कोशिश करें।
not-admin-next-unknown = किसी ग्रुप एडमिन से Usher के नंबर को एडमिन बनाने को कहें, फिर कोशिश करें।
# It follows the name of a group that is offered
choice-not-admin = Usher एडमिन नहीं है
