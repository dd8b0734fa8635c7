### Lists of people: how they were read, and what is asked before somebody of them is added, removed or changed.

list-found = { $count ->
    [0] इस लिस्ट में कोई नहीं मिला।
    [one] इस लिस्ट में **{ $count } व्यक्ति** मिला।
   *[other] इस लिस्ट में **{ $count } लोग** मिले।
} जब तक आप बटन नहीं दबाते, कुछ नहीं किया जाएगा।
list-exact = { $count ->
    [one] { $count } नंबर में उसका देश कोड है।
   *[other] { $count } नंबरों में उनका देश कोड है।
}
list-ids = { $count ->
    [one] { $count } एंट्री WhatsApp की ID है।
   *[other] { $count } एंट्री WhatsApp की ID हैं।
}
# $country is such as “BR (+55)”
list-national = { $count ->
    [one] बिना देश कोड वाला { $count } नंबर { $country } का नंबर मानकर पढ़ा गया।
   *[other] बिना देश कोड वाले { $count } नंबर { $country } के नंबर मानकर पढ़े गए।
}
list-doubles = { $count ->
    [one] { $count } एंट्री में कोई दूसरी बार आया है, इसलिए वह छोड़ दी गई है।
   *[other] { $count } एंट्री में कोई दूसरी बार आया है, इसलिए वे छोड़ दी गई हैं।
}
list-columns = नंबर यहाँ से हैं: { $columns }।
list-column-titled = “{ $title }” (कॉलम { $column })
list-column = कॉलम { $column }
list-other-numbers = { $count ->
    [one] इन्हीं लोगों का { $count } और नंबर इस्तेमाल नहीं हुआ।
   *[other] इन्हीं लोगों के { $count } और नंबर इस्तेमाल नहीं हुए।
}
list-already = { $count ->
    [one] इनमें से { $count } पहले से ग्रुप में है।
   *[other] इनमें से { $count } पहले से ग्रुप में हैं।
}
list-room = ग्रुप में ज़्यादा से ज़्यादा 1,024 में से { $members } सदस्य हैं।
list-too-full = ग्रुप में ज़्यादा से ज़्यादा 1,024 में से { $members } सदस्य हैं: इन सबके लिए जगह नहीं है।
list-may-add = { $left ->
    [one] यह अकाउंट इन 24 घंटों में { $left } और व्यक्ति को जोड़ सकता है।
   *[other] यह अकाउंट इन 24 घंटों में { $left } और लोगों को जोड़ सकता है।
}
list-may-not-add = { $left ->
    [0] यह अकाउंट इन 24 घंटों में और किसी को नहीं जोड़ सकता, इसलिए अभी जोड़ने पर इन सबको मना कर दिया जाएगा।
    [one] यह अकाउंट इन 24 घंटों में सिर्फ़ { $left } और व्यक्ति को जोड़ सकता है, इसलिए अभी एक साथ जोड़ने पर इन सबको मना कर दिया जाएगा।
   *[other] यह अकाउंट इन 24 घंटों में सिर्फ़ { $left } और लोगों को जोड़ सकता है, इसलिए अभी एक साथ जोड़ने पर इन सबको मना कर दिया जाएगा।
}
list-takes = इन्हें जोड़ने में लगभग { $minutes } मिनट लगेंगे: यह अकाउंट एक दिन में जितने लोग जोड़ सकता है उसमें से थोड़े ही बचे हैं, इसलिए Usher धीरे-धीरे जोड़ता है।
list-first = बाकी लोग अपने-आप जुड़ सकते हैं: Usher उन्हें कल से जोड़ता है, हर दिन उतने जितने की दैनिक सीमा इजाज़त देती है।
list-check = इन नंबरों को जाँचें
list-unclear = { $count ->
    [one] समझ नहीं आई: { $count } एंट्री
   *[other] समझ नहीं आईं: { $count } एंट्री
}
list-file = हर एंट्री की जानकारी अटैच की गई फ़ाइल में है।
list-minutes = 10 मिनट तक मान्य।
list-minutes-country = 10 मिनट तक मान्य। बिना देश कोड वाले नंबर: { $country }।

## Where an entry stands

list-row = पंक्ति { $row }
list-sheet-row = { $sheet }, पंक्ति { $row }
list-entry = एंट्री { $entry }
# $place is one of these, or “Line 3”
list-in-file = फ़ाइल में { $place }

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
    [one] { $count } व्यक्ति से एडमिन का अधिकार लें
   *[other] { $count } लोगों से एडमिन का अधिकार लें
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
people-example = Ana +55 11 97777-0001
# Title of a window; at most 45 characters
list-country-title = इन नंबरों का देश
# At most 45 characters
list-country-field = देश के दो अक्षर, देश कोड या नाम
# At most 100 characters
list-country-example = BR, +55 या ब्राज़ील

## People of a message

list-which-group = इस मैसेज के लोगों को किस ग्रुप में जोड़ना है? ग्रुप चुनें, फिर देखें कि नंबर कैसे पढ़े गए।
menu-group = ग्रुप चुनें
list-no-groups = ऐसा कोई ग्रुप नहीं है जिसमें आप लोगों को जोड़ सकें, या ग्रुप अभी पढ़े नहीं जा सकते। कुछ नहीं बदला गया।
# Below the menu, if there are more groups than a menu holds
list-more-groups = इस मेन्यू में { $count } ग्रुप हैं। किसी और ग्रुप के लिए टेक्स्ट कॉपी करें और `/wa-group members add` चलाएँ।

## How a number was read. Each follows a number and a dash.

how-exact = देश कोड के साथ
how-id = WhatsApp की ID
how-national = { $country } का नंबर मानकर पढ़ा गया
how-double = पहले आ चुका है
guess-plus-missing = आगे + नहीं है, और { $country } का नंबर मानकर पढ़ा गया
guess-two-countries = { $other } भी हो सकता है
guess-trunk-zero-missing = { $country } का नंबर मानकर पढ़ा गया, जहाँ लोग इसके आगे 0 लिखते हैं
guess-trunk-prefix = एक अंक छोड़ दिया गया, जो सिर्फ़ { $country } के अंदर डायल किया जाता है
guess-unassigned = { $country } के नंबर जैसा है, पर ऐसे नंबरों के इस्तेमाल में होने की जानकारी नहीं है
guess-country-not-understood = लिस्ट में ऐसा देश दिया है जिसे Usher नहीं जानता, इसलिए { $country } का नंबर मानकर पढ़ा गया

## Why an entry was not understood. Each follows the entry and a colon.

unclear-no-number = कोई फ़ोन नंबर नहीं
unclear-too-short = अपने देश के नंबर के लिए बहुत छोटा
unclear-too-long = अपने देश के नंबर के लिए बहुत लंबा
unclear-unknown-country-code = यह किसी देश का कोड नहीं है
unclear-no-such-number = इसके देश में ऐसा कोई नंबर नहीं है
unclear-country-missing = देश कोड नहीं है
unclear-area-code-missing = एरिया कोड नहीं है
unclear-two-endings = दो अंत वाला नंबर; दोनों नंबर पूरे लिखें
unclear-ambiguous = एक नंबर या कई; बीच में कॉमा लगाएँ
unclear-letters = नंबर में अक्षर
unclear-extension = एक्सटेंशन; WhatsApp में यह नहीं होता
unclear-date = तारीख या समय
unclear-amount = रकम या दशमलव संख्या
unclear-scientific = स्प्रेडशीट ने इसे राउंड कर दिया; कॉलम का फ़ॉर्मैट टेक्स्ट रखें
unclear-id-number = टैक्स नंबर या कोई और पहचान संख्या
unclear-postal-code = पोस्टल कोड
unclear-fax = फ़ैक्स नंबर
unclear-masked = कुछ अंक छिपे हुए हैं
unclear-discord-mention = Discord के किसी यूज़र का मेंशन, जिसका फ़ोन नंबर Usher नहीं जानता
unclear-group-id = ग्रुप की ID
unclear-other-id = किसी और चीज़ की ID
unclear-link-without-number = बिना नंबर वाला लिंक

## Lists that cannot be used

bad-list = यह लिस्ट नहीं चलेगी
list-nobody-found = कोई नहीं मिला
file-unknown-format = यह ऐसी लिस्ट नहीं है जिसे Usher पढ़ सके। Usher टेक्स्ट, CSV, कॉन्टैक्ट (.vcf), JSON और स्प्रेडशीट (.xlsx, .ods) पढ़ता है। कुछ नहीं भेजा गया।
file-unsupported-spreadsheet = यह स्प्रेडशीट पुराने प्रकार की या लॉक की हुई है। इसे बिना पासवर्ड के .xlsx या CSV में सेव करें। कुछ नहीं भेजा गया।
file-damaged = यह फ़ाइल खराब है। इसे फिर से सेव या डाउनलोड करें, फिर अटैच करें। कुछ नहीं भेजा गया।
