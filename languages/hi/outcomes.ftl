### What was done, told to the person who asked.

renamed = नाम बदल गया: **{ $before }** → **{ $after }**
described = नया विवरण:
description-removed = विवरण हटा दिया गया।
picture-set = ग्रुप की नई फ़ोटो लग गई।
left = अकाउंट ने यह ग्रुप छोड़ दिया।
deleted = यह ग्रुप डिलीट हो गया।
joined = अकाउंट इस ग्रुप में शामिल हो गया।
sessions = सेशन
sessions-none = ग्रुप API इस सर्वर के किसी भी सेशन को नहीं जानता।

created-alone = ग्रुप बन गया; उसमें अकाउंट के अलावा कोई नहीं है।
created-all-joined = ग्रुप बन गया, और { $count ->
    [one] { $count } व्यक्ति
   *[other] { $count } लोग
} शामिल हुए।
created-some-joined = ग्रुप बन गया; { $count ->
    [one] { $count } व्यक्ति
   *[other] { $count } लोगों
} में से { $joined } शामिल हुए।
created-not-described = ग्रुप का विवरण नहीं लग पाया; `/wa-group describe` से फिर कोशिश करें।

groups = ग्रुप
groups-none = यहाँ ऐसा कोई ग्रुप नहीं है जो आप देख सकें।
groups-none-found = जो ग्रुप आप देख सकते हैं, उनमें से किसी के नाम में “{ $search }” नहीं है।
entries-unread = { $count ->
    [one] इस सूची की { $count } और प्रविष्टि पढ़ी नहीं जा सकी और यहाँ नहीं दिखाई गई है
   *[other] इस सूची की { $count } और प्रविष्टियाँ पढ़ी नहीं जा सकीं और यहाँ नहीं दिखाई गई हैं
}।

field-owner = मालिक
field-admins = एडमिन
field-admins-now = अब एडमिन
field-invited-by = इनवाइट बनाने वाले
field-members-shown = सदस्य जो WhatsApp दिखाता है
admins-unreadable = पढ़े नहीं जा सके
previewed = यह इनवाइट इस ग्रुप का है। अकाउंट इसमें शामिल नहीं हुआ है।

invite-shown = जिसके पास यह लिंक है वह शामिल हो सकता है। रद्द होने तक यह काम करता है।
invite-revoked = पुराना इनवाइट लिंक अब काम नहीं करता। नया लिंक:
invite-revoked-unread = पुराना इनवाइट लिंक अब काम नहीं करता। नया लिंक `/wa-group invite show` से मिलेगा।
field-invite-needed = जिन्हें इनवाइट करना है, उनके लिए लिंक
field-rest = बाकी लोग
rest-later = जिनकी बारी नहीं आई, उन्हें { $time } से जोड़ा जा सकता है।
done-before = यह हो चुका है; देखने के लिए कमांड फिर से चलाएँ।

## What became of people who were to be added. Followed by their number, and by who they are.

standing-added = जुड़ गए
standing-already-member = पहले से ग्रुप में हैं
standing-private = नहीं जुड़े, इनकी प्राइवेसी सेटिंग किसी को जोड़ने नहीं देती; इन्हें इनवाइट करें
standing-must-be-invited = नहीं जुड़े, इनवाइट करना होगा
standing-not-added = नहीं जुड़े: WhatsApp पर नहीं हैं, या दूसरों को खुद को जोड़ने नहीं देते
standing-not-on-whatsapp = WhatsApp पर नहीं हैं
standing-left-recently = कुछ देर पहले ग्रुप छोड़ा था, अभी वापस नहीं जोड़े जा सकते; इन्हें इनवाइट करें
standing-group-full = नहीं जुड़े, ग्रुप भर गया है
standing-refused = WhatsApp ने मना किया; इन्हें इनवाइट करें
standing-number-refused = WhatsApp सर्वर ने नंबर नहीं माना; नंबर जाँचें
standing-not-asked = बारी नहीं आई; इन्हें इसी कमांड से जोड़ा जा सकता है
standing-unconfirmed = पता नहीं: कोशिश हुई, पर पुष्टि नहीं मिली। फिर कोशिश करने से पहले सदस्यों की लिस्ट देखें

## Of people who were to be removed.

removal-removed = हटा दिए गए
removal-no-member = ग्रुप में नहीं हैं
removal-creator = ग्रुप इन्होंने बनाया है, इन्हें हटाया नहीं जा सकता
removal-own-account = यह Usher का अपना खाता है; `/wa-group leave` का उपयोग करें
removal-still-there = अब भी ग्रुप में हैं
removal-unconfirmed = पता नहीं: कोशिश हुई, पर पुष्टि नहीं मिली। फिर कोशिश करने से पहले सदस्यों की लिस्ट देखें

## Of people who were to become admins, or to be admins no more.

admin-made = अब एडमिन हैं
admin-taken = अब एडमिन नहीं हैं
admin-was-already = पहले से एडमिन थे
admin-was-none = एडमिन थे ही नहीं
admin-no-member = ग्रुप में नहीं हैं
admin-creator = ग्रुप इन्होंने बनाया है, इन्हें एडमिन से नहीं हटाया जा सकता
admin-own-account = यह Usher का अपना खाता है, जिसकी भूमिका Usher नहीं बदलता; समूह छोड़ने के लिए `/wa-group leave` का उपयोग करें
admin-not-changed = WhatsApp ने नहीं बदला
admin-unconfirmed = पता नहीं: कोशिश हुई, पर पुष्टि नहीं मिली। फिर कोशिश करने से पहले एडमिन की लिस्ट देखें

## WhatsApp accounts, and why one is not connected.

status-connected = कनेक्टेड
status-connecting = कनेक्ट हो रहा है
status-disconnected = कनेक्टेड नहीं
reason-scan-qr = QR कोड फ़ोन से स्कैन करना होगा
reason-auto-reconnect = यह अपने आप फिर कनेक्ट हो रहा है
reason-failed = कनेक्शन नहीं हो पाया
reason-manual-stop = किसी ने इसे रोक दिया
reason-qr-timeout = QR कोड समय पर स्कैन नहीं हुआ
reason-logged-out = फ़ोन ने इसे लॉग आउट कर दिया
reason-temporary-ban = WhatsApp ने अकाउंट पर कुछ समय के लिए बैन लगाया है
reason-stream-error = WhatsApp ने कनेक्शन बंद कर दिया
