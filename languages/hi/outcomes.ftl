### What was done, told to the person who asked.

renamed = नाम बदला: **{ $before }** → **{ $after }**
# The text follows
described = विवरण बदला:
description-removed = विवरण हटाया गया।
picture-set = फ़ोटो बदली गई।
left = Usher ने यह ग्रुप छोड़ दिया।
deleted = ग्रुप सभी सदस्यों के लिए डिलीट हो गया।
joined = Usher इस ग्रुप में शामिल हो गया।
sessions = WhatsApp अकाउंट
sessions-none = WhatsApp सेवा इस सर्वर का कोई अकाउंट नहीं जानती। बॉट के मालिक को बताएँ।

created-alone = ग्रुप बन गया। इसमें सिर्फ़ Usher है। `/wa-group members add` से लोगों को जोड़ें।
created-all-joined = ग्रुप बन गया। { $count ->
    [one] { $count } व्यक्ति जुड़ा
   *[other] { $count } लोग जुड़े
}।
created-some-joined = ग्रुप बन गया। { $count ->
    [one] { $count } व्यक्ति
   *[other] { $count } लोगों
} में से { $joined } जुड़े।
created-not-described = विवरण नहीं लगा। `/wa-group describe` चलाकर देखें।

groups = ग्रुप
groups-none = यहाँ आपका कोई ग्रुप नहीं है।
groups-none-found = जो ग्रुप आप देख सकते हैं, उनमें से कोई **{ $search }** से मेल नहीं खाता
entries-unread = { $count ->
    [one] { $count } और एंट्री पढ़ी नहीं जा सकी, इसलिए नहीं दिखाई गई।
   *[other] { $count } और एंट्री पढ़ी नहीं जा सकीं, इसलिए नहीं दिखाई गईं।
}

field-owner = मालिक
field-admins = एडमिन
field-admins-now = अब एडमिन
field-invited-by = लिंक बनाने वाले
field-members-shown = कुछ सदस्य
admins-unreadable = Usher इन्हें नहीं पढ़ सका
previewed = सिर्फ़ प्रीव्यू। कुछ नहीं बदला।

invite-shown = जिसके पास यह लिंक है वह शामिल हो सकता है, जब तक आप इसे रीसेट न करें।
# The link follows
invite-revoked = पुराना लिंक अब काम नहीं करता। नया लिंक:
invite-revoked-unread = पुराना लिंक अब काम नहीं करता। नया लिंक `/wa-group invite show` से लें।
field-invite-needed = इन्हें यह इनवाइट लिंक भेजें
field-rest = पूरा नहीं हुआ
rest-later = बाकी लोगों को आप { $time } से जोड़ सकते हैं।
done-before = हो गया। देखने के लिए कमांड फिर से चलाएँ।

## What became of people who were to be added. Followed by their number, and by who they are.

standing-added = जुड़ गए
standing-already-member = पहले से ग्रुप में हैं
standing-private = नहीं जुड़े: इनकी प्राइवेसी सेटिंग इजाज़त नहीं देती। इनवाइट लिंक भेजें
standing-must-be-invited = नहीं जुड़े: WhatsApp इन्हें सिर्फ़ इनवाइट लिंक से शामिल होने देता है
standing-not-added = नहीं जुड़े: WhatsApp पर नहीं हैं, या दूसरों को खुद को जोड़ने नहीं देते
standing-not-on-whatsapp = WhatsApp पर नहीं हैं
standing-left-recently = नहीं जुड़े: हाल ही में ग्रुप छोड़ा है। इनवाइट लिंक भेजें
standing-group-full = नहीं जुड़े: ग्रुप भरा हुआ है
standing-refused = नहीं जुड़े: WhatsApp ने मना किया। इनवाइट लिंक भेजें
standing-number-refused = नहीं जुड़े: WhatsApp ने नंबर नहीं माना। नंबर जाँचें
standing-not-asked = कोशिश नहीं हुई। इन्हें जोड़ने के लिए कमांड फिर से चलाएँ
standing-unconfirmed = पुष्टि नहीं हुई। कमांड फिर से चलाने से पहले सदस्यों की लिस्ट देखें

## Of people who were to be removed.

removal-removed = हटा दिए गए
removal-no-member = ग्रुप में नहीं हैं
removal-creator = ग्रुप क्रिएटर; हटाए नहीं जा सकते
removal-own-account = Usher का अपना नंबर; `/wa-group leave` चलाएँ
removal-still-there = अब भी ग्रुप में हैं
removal-unconfirmed = पुष्टि नहीं हुई। कमांड फिर से चलाने से पहले सदस्यों की लिस्ट देखें

## Of people who were to become admins, or to be admins no more.

admin-made = अब एडमिन हैं
admin-taken = अब एडमिन नहीं हैं
admin-was-already = पहले से एडमिन हैं
admin-was-none = एडमिन नहीं थे
admin-no-member = ग्रुप में नहीं हैं
admin-creator = ग्रुप क्रिएटर; हमेशा एडमिन रहते हैं
admin-own-account = Usher का अपना नंबर; Usher अपनी भूमिका नहीं बदलता। ग्रुप छोड़ने के लिए `/wa-group leave` चलाएँ
admin-not-changed = WhatsApp ने यह नहीं बदला
admin-unconfirmed = पुष्टि नहीं हुई। कमांड फिर से चलाने से पहले एडमिन देखें

## WhatsApp accounts, and why one is not connected.

status-connected = कनेक्टेड
status-connecting = कनेक्ट हो रहा है
status-disconnected = कनेक्टेड नहीं
reason-scan-qr = किसी को फ़ोन से QR कोड स्कैन करना होगा
reason-auto-reconnect = अपने आप फिर कनेक्ट हो रहा है
reason-failed = कनेक्शन नाकाम रहा
reason-manual-stop = किसी ने रोक दिया
reason-qr-timeout = समय पर किसी ने QR कोड स्कैन नहीं किया
reason-logged-out = फ़ोन पर लॉग आउट किया गया; किसी को QR कोड फिर से स्कैन करना होगा
reason-temporary-ban = WhatsApp ने कुछ समय के लिए बैन किया है
reason-stream-error = WhatsApp ने कनेक्शन बंद कर दिया
