### Sets of groups, and lists of groups in one option.

set-saved = सेट सहेजा गया
set-replaced = सेट बदला गया
# The names of the groups follow below
set-saved-text = { $name } में अब { $count ->
    [one] { $count } ग्रुप है:
   *[other] { $count } ग्रुप हैं:
}
# Below the groups of a set that was saved from other sets
set-left-out = छोड़े गए, क्योंकि इस सर्वर का कोई WhatsApp अकाउंट अब उनमें नहीं है: { $count ->
    [one] { $count } ग्रुप
   *[other] { $count } ग्रुप
}
set-footer = सेट किसी को अनुमति नहीं देता।
set-deleted = सेट मिटाया गया
set-deleted-text = अब कोई सेट { $name } इस्तेमाल नहीं कर सकता। ग्रुप में कुछ नहीं बदला।
sets = ग्रुप के सेट
sets-none = यहाँ दिखाने के लिए कोई सेट नहीं है। `/wa-set save` से एक सहेजें।
sets-file = साथ की फ़ाइल में इन सेट के सभी ग्रुप हैं।
# Titles of the columns of a file
column-set = सेट
column-group = ग्रुप
column-group-id = ग्रुप आईडी

bad-set-name = यह नाम सेट के लिए नहीं चलेगा
bad-set-name-text = सेट के नाम में ज़्यादा से ज़्यादा { $max } अक्षर होते हैं, कॉमा नहीं होता, और वह किसी ग्रुप की आईडी नहीं होता। कुछ नहीं बदला।
no-such-set = सेट नहीं मिला
no-such-set-text = Usher को ऐसा कोई सेट { $name } नहीं मिला जिसे आप मिटा सकें। कुछ नहीं बदला।
# A list follows
sets-to-choose = सेट जिन्हें आप चुन सकते हैं:
set-outside-scope = आप इस सेट के सभी ग्रुप नहीं सँभाल सकते
set-outside-scope-text = सेट { $name } में ऐसे ग्रुप हैं जिन्हें आप नहीं सँभाल सकते, इसलिए आप उसे न बदल सकते हैं, न मिटा सकते हैं। कुछ नहीं बदला। दूसरा नाम चुनें, या किसी ऐसे व्यक्ति से पूछें जो उसके सभी ग्रुप में अनुमतियाँ सँभाल सकता है।
set-too-large = एक सेट के लिए बहुत ज़्यादा ग्रुप
set-too-large-text = एक सेट में ज़्यादा से ज़्यादा { $max } ग्रुप हो सकते हैं। इसमें { $given } होते। कुछ नहीं बदला।
too-many-sets = एक और सेट की जगह नहीं है
too-many-sets-text = इस सर्वर में { $max } सेट हैं, जो सीमा है। कुछ नहीं बदला। `/wa-set delete` से एक मिटाएँ, या किसी सेट का नाम इस्तेमाल करके उसे बदलें।
set-changed = किसी और ने यह सेट बदल दिया
set-changed-text = सेट उसी समय बदल गया, इसलिए Usher ने उसे वैसा ही रहने दिया जैसा वह अब है। `/wa-set list` देखें, फिर कमांड दोबारा चलाएँ।

## Lists of groups

bad-group-list = इनमें से कुछ ग्रुप साफ़ नहीं हैं
# These follow an entry of the list. Names and ids of groups follow
group-unknown = इस नाम का कोई ग्रुप या सेट आप यहाँ इस्तेमाल नहीं कर सकते
group-unknown-like = इस नाम का कोई ग्रुप या सेट आप यहाँ इस्तेमाल नहीं कर सकते। मिलते-जुलते नाम: { $groups }
group-ambiguous = कई ग्रुप का यही नाम है। किसी एक की आईडी लिखें: { $ids }
# $set: the name of the set, as it must be written
group-or-set = एक सेट का भी यही नाम है। सेट के लिए { $set } लिखें, या किसी ग्रुप की आईडी: { $ids }
set-empty = इस सेट में ऐसा कोई ग्रुप नहीं है जिसे आप यहाँ इस्तेमाल कर सकें
no-groups-named = कोई ग्रुप नहीं दिया गया
no-groups-named-text = `groups` विकल्प में कम से कम एक ग्रुप या सेट लिखें। कुछ नहीं बदला।
# A choice while a person types; at most 100 characters
choices-too-long = और सुझावों के लिए बहुत लंबा है। बाकी खुद टाइप करें, या ग्रुप का सेट इस्तेमाल करें।
# The last one of the choices while a person types
choices-more-in-list = { $more } और देखने के लिए टाइप करें

## The audit log, and what the commands are for

deed-set-saved = { $who } ने सेट { $name } सहेजा, जिसमें { $count ->
    [one] { $count } ग्रुप है
   *[other] { $count } ग्रुप हैं
}।
deed-set-replaced = { $who } ने सेट { $name } की जगह नया सहेजा, जिसमें { $count ->
    [one] { $count } ग्रुप है
   *[other] { $count } ग्रुप हैं
}।
deed-set-deleted = { $who } ने सेट { $name } मिटाया
action-sets = ग्रुप के सेट सँभालना
action-sets-list = ग्रुप के सेट देखना
