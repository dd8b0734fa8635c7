### Lists of people: how they were read, and what is asked before anyone in them is added, removed or changed.

list-found = { $count ->
    [0] Usher को इस लिस्ट में कोई नहीं मिला।
    [one] Usher को इस लिस्ट में **{ $count } व्यक्ति** मिला।
   *[other] Usher को इस लिस्ट में **{ $count } लोग** मिले।
} जब तक आप बटन नहीं दबाते, कुछ नहीं होगा।
list-exact = { $count ->
    [one] { $count } नंबर में देश कोड है।
   *[other] { $count } नंबरों में देश कोड है।
}
list-ids = { $count ->
    [one] { $count } एंट्री WhatsApp ID है।
   *[other] { $count } एंट्री WhatsApp ID हैं।
}
# $country is such as “BR (+55)”
list-national = { $count ->
    [one] Usher ने बिना देश कोड वाले { $count } नंबर को { $country } का नंबर माना।
   *[other] Usher ने बिना देश कोड वाले { $count } नंबरों को { $country } के नंबर माना।
}
list-doubles = { $count ->
    [one] { $count } एंट्री में वही व्यक्ति दोबारा है, इसलिए वह छोड़ दी गई।
   *[other] { $count } एंट्री में वही लोग दोबारा हैं, इसलिए वे छोड़ दी गईं।
}
list-columns = नंबर यहाँ से हैं: { $all }
list-column-titled = कॉलम { $column } **{ $title }**
list-column = कॉलम { $column }
list-other-numbers = { $count ->
    [one] इन्हीं लोगों का { $count } और नंबर इस्तेमाल नहीं होगा।
   *[other] इन्हीं लोगों के { $count } और नंबर इस्तेमाल नहीं होंगे।
}
list-already = { $count ->
    [one] इनमें से { $count } पहले से ग्रुप में है।
   *[other] इनमें से { $count } पहले से ग्रुप में हैं।
}
list-room = ग्रुप में { $members } सदस्य हैं (सीमा 1,024)।
list-too-full = ग्रुप में { $members } सदस्य हैं (सीमा 1,024), इसलिए इन सबके लिए जगह नहीं है।
list-may-add = { $left ->
    [one] रोज़ की सीमा: यह WhatsApp अकाउंट अभी { $left } और व्यक्ति को जोड़ सकता है।
   *[other] रोज़ की सीमा: यह WhatsApp अकाउंट अभी { $left } और लोगों को जोड़ सकता है।
}
list-may-not-add = { $left ->
    [0] रोज़ की सीमा: यह WhatsApp अकाउंट अभी किसी को नहीं जोड़ सकता, इसलिए Usher इन्हें जोड़ने से मना करेगा।
    [one] रोज़ की सीमा: यह WhatsApp अकाउंट अभी सिर्फ़ { $left } और व्यक्ति को जोड़ सकता है, इसलिए Usher इन सबको जोड़ने से मना करेगा।
   *[other] रोज़ की सीमा: यह WhatsApp अकाउंट अभी सिर्फ़ { $left } और लोगों को जोड़ सकता है, इसलिए Usher इन सबको जोड़ने से मना करेगा।
}
list-takes = इन्हें जोड़ने में लगभग { $minutes } मिनट लगेंगे, क्योंकि रोज़ की सीमा के पास Usher धीमा हो जाता है।
list-first = बाकी लोग अपने-आप जुड़ सकते हैं: Usher उन्हें कल से जोड़ता है, हर दिन उतने जितने की दैनिक सीमा इजाज़त देती है।
list-check = इन नंबरों को जाँचें
list-unclear = { $count ->
    [one] समझ नहीं आई: { $count } एंट्री
   *[other] समझ नहीं आईं: { $count } एंट्री
}
list-file = अटैच की गई फ़ाइल में सभी एंट्री हैं।
# A footer
list-by-country = बिना देश कोड वाले नंबर: { $country }

## Where an entry stands

list-row = पंक्ति { $row }
list-sheet-row = { $sheet } · पंक्ति { $row }
list-entry = एंट्री { $entry }
# $place is one of these, or “Line 3”
list-in-file = फ़ाइल की { $place }

## Buttons; at most 80 characters

button-add-all = { $count ->
    [one] { $count } व्यक्ति को जोड़ें
   *[other] { $count } लोगों को जोड़ें
}
button-add-sure = { $count ->
    [one] सिर्फ़ { $count } पक्का नंबर जोड़ें
   *[other] सिर्फ़ { $count } पक्के नंबर जोड़ें
}
button-add-first = सिर्फ़ पहले { $count } जोड़ें
button-add-rest = { $count } अभी जोड़ें, बाकी कल
button-remove-all = { $count ->
    [one] { $count } व्यक्ति को हटाएँ
   *[other] { $count } लोगों को हटाएँ
}
button-promote-all = { $count ->
    [one] { $count } व्यक्ति को एडमिन बनाएँ
   *[other] { $count } लोगों को एडमिन बनाएँ
}
button-demote-all = { $count ->
    [one] { $count } व्यक्ति को एडमिन से हटाएँ
   *[other] { $count } लोगों को एडमिन से हटाएँ
}
button-create-all = { $count ->
    [one] { $count } व्यक्ति के साथ बनाएँ
   *[other] { $count } लोगों के साथ बनाएँ
}
button-go-on-sure = { $count ->
    [one] सिर्फ़ { $count } पक्के नंबर के साथ आगे बढ़ें
   *[other] सिर्फ़ { $count } पक्के नंबरों के साथ आगे बढ़ें
}
list-button-country = देश बदलें

## Windows

# Title of a window; at most 45 characters
people-title = लोगों को जोड़ें
# At most 45 characters
people-field = फ़ोन नंबर, जैसे आपके पास हैं
# At most 100 characters
people-example = Ana +55 11 97777-0001, Ben +49 1512 3456789
# Title of a window; at most 45 characters
list-country-title = इन नंबरों का देश
# At most 45 characters
list-country-field = देश: अक्षर, देश कोड या नाम
# At most 100 characters
list-country-example = जैसे BR, +55 या ब्राज़ील

## People of a message

list-which-group = इन लोगों को किस ग्रुप में जोड़ना है? एक चुनें, फिर देखें कि Usher ने नंबर कैसे पढ़े।
menu-group = ग्रुप चुनें
menu-open-group = ग्रुप खोलें
list-no-groups = आप यहाँ किसी ग्रुप में लोगों को नहीं जोड़ सकते, या Usher ग्रुप नहीं पढ़ सका। कुछ नहीं बदला।
# Below the menu, if there are more groups than a menu holds
list-more-groups = इस मेन्यू में सिर्फ़ { $count } ग्रुप हैं। किसी और ग्रुप के लिए टेक्स्ट कॉपी करें और `/wa-group members add` चलाएँ।

## How a number was read. Each follows a number and a dot.

how-exact = देश कोड के साथ
how-id = WhatsApp ID
how-national = { $country } का नंबर माना गया
how-double = पहले की एंट्री दोबारा
guess-plus-missing = आगे + नहीं है; { $country } का नंबर माना गया
guess-two-countries = { $other } भी हो सकता है
guess-trunk-zero-missing = { $country } का नंबर माना गया, हालाँकि आगे 0 नहीं है
guess-trunk-prefix = वह अंक हटाकर जो सिर्फ़ { $country } के अंदर डायल होता है
guess-unassigned = { $country } के नंबर जैसा दिखता है, पर ऐसे नंबर शायद इस्तेमाल में न हों
guess-country-not-understood = Usher लिस्ट में दिए देश को नहीं जानता; { $country } का नंबर माना गया

## Why an entry was not understood. Each follows the entry and a dot.

unclear-no-number = कोई फ़ोन नंबर नहीं
unclear-too-short = अपने देश के हिसाब से बहुत छोटा
unclear-too-long = अपने देश के हिसाब से बहुत लंबा
unclear-unknown-country-code = यह किसी देश का कोड नहीं है
unclear-no-such-number = इस देश में ऐसे नंबर नहीं होते
unclear-country-missing = देश कोड नहीं है; ऐसे लिखें: +55 11 99999-9999
unclear-area-code-missing = एरिया कोड नहीं है
unclear-two-endings = दो अंत हैं; दोनों नंबर पूरे लिखें
unclear-ambiguous = एक नंबर या कई; बीच में कॉमा लगाएँ
unclear-letters = नंबर में अक्षर हैं
unclear-extension = एक्सटेंशन है, जिसे WhatsApp इस्तेमाल नहीं कर सकता
unclear-date = तारीख या समय
unclear-amount = रकम या दशमलव संख्या
unclear-scientific = स्प्रेडशीट ने इसे राउंड कर दिया; कॉलम का फ़ॉर्मैट टेक्स्ट रखें
unclear-id-number = टैक्स नंबर या कोई और ID
unclear-postal-code = पिन कोड
unclear-fax = फ़ैक्स नंबर
unclear-masked = कुछ अंक छिपे हुए हैं
unclear-discord-mention = Discord यूज़र; Usher इनका फ़ोन नंबर नहीं जानता
unclear-group-id = किसी ग्रुप की ID
unclear-other-id = किसी और चीज़ की ID
unclear-link-without-number = बिना नंबर वाला लिंक

## Lists that cannot be used

bad-list = यह लिस्ट इस्तेमाल नहीं हो सकती
list-nobody-found = कोई नहीं मिला
file-unknown-format = Usher इस तरह की फ़ाइल नहीं पढ़ सकता। कुछ नहीं बदला। टेक्स्ट, CSV, कॉन्टैक्ट (.vcf), JSON या स्प्रेडशीट (.xlsx, .ods) दें।
file-unsupported-spreadsheet = यह स्प्रेडशीट लॉक की हुई है या पुराने प्रकार की है। कुछ नहीं बदला। इसे बिना पासवर्ड के .xlsx या CSV में सेव करें।
file-damaged = यह फ़ाइल खराब है। कुछ नहीं बदला। इसे फिर से सेव या डाउनलोड करें, फिर अटैच करें।
