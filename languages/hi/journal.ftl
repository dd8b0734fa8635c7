### What was done, for others to read: notices in the channel, the log channel and the audit log.

deed-created = { $who } ने यह ग्रुप बनाया।
deed-created-with = { $who } ने { $people } के साथ यह ग्रुप बनाया।
deed-renamed = { $who } ने नाम बदला: **{ $before }** → **{ $after }**
deed-described = { $who } ने विवरण बदला।
deed-picture = { $who } ने फ़ोटो बदली।
deed-left = { $who } ने Usher से यह ग्रुप छुड़वाया।
deed-deleted = { $who } ने यह ग्रुप डिलीट किया।
deed-joined = { $who } ने Usher को इस ग्रुप में शामिल करवाया।
deed-added = { $who } ने { $people } को जोड़ा।
deed-removed = { $who } ने { $people } को हटाया।
deed-promoted = { $who } ने { $people } को एडमिन बनाया।
deed-demoted = { $who } ने { $people } को एडमिन से हटाया।
# An entry of an older release, which does not say whether they became admins
deed-admins-changed = { $who } ने { $people } का एडमिन रोल बदला।
deed-settings = { $who } ने ग्रुप की सेटिंग बदली। { $settings }
deed-requests-approved = { $who } ने { $people } को शामिल होने दिया।
deed-requests-declined = { $who } ने { $people } का शामिल होने का अनुरोध अस्वीकार किया।
deed-invite-revoked = { $who } ने इनवाइट लिंक रीसेट किया। पुराना लिंक अब काम नहीं करता।
deed-invite-shown = { $who } ने इनवाइट लिंक देखा।
deed-journal-exported = { $who } ने { $rows ->
    [one] { $rows } लॉग एंट्री एक्सपोर्ट की
   *[other] { $rows } लॉग एंट्री एक्सपोर्ट कीं
}।
deed-granted = { $who } ने अनुमतियाँ जोड़ीं · { $grant }
deed-rights-revoked = { $who } ने अनुमतियाँ हटाईं · { $grant }
deed-log-channel = { $who } ने { $channel } को लॉग चैनल बनाया।
deed-log-channel-gone = { $who } ने लॉग चैनल बंद किया।
deed-approvals-channel = { $who } ने { $channel } को मंज़ूरी चैनल बनाया।
deed-approvals-channel-gone = { $who } ने मंज़ूरी चैनल बंद किया।
deed-approvals-role = { $who } ने नए अनुरोधों में ज़िक्र के लिए { $role } को चुना।
deed-approvals-role-gone = { $who } ने नए अनुरोधों में ज़िक्र वाला रोल हटाया।
deed-country = { $who } ने { $country } को फ़ोन नंबरों का देश बनाया।
deed-country-gone = { $who } ने इस सर्वर का फ़ोन नंबरों वाला देश हटाया।
deed-invitation = { $who } ने इनवाइट का टेक्स्ट बदला।
deed-invitation-gone = { $who } ने इनवाइट का डिफ़ॉल्ट टेक्स्ट वापस लगाया।
deed-approved = { $by } ने मंज़ूर किया।
who-owner = बॉट के मालिक
who-erased = एक व्यक्ति (डेटा मिटाया गया)

## Entries of the audit log. $action is such as “rename groups”.

case-nothing = { $who } ने कोशिश की: { $action }; { $result }।
# What did not happen, in case-nothing
nothing-added = कोई नहीं जोड़ा गया
nothing-removed = कोई नहीं हटाया गया
nothing-promoted = कोई एडमिन नहीं बना
nothing-demoted = किसी का एडमिन रोल नहीं हटा
nothing-else = कुछ नहीं बदला
case-used = { $who } ने कमांड चलाई: { $action }।
case-used-result = { $who } ने कमांड चलाई: { $action } · { $result }।
case-used-for = { $who } ने { $count ->
    [one] { $count } व्यक्ति
   *[other] { $count } लोगों
} के लिए कमांड चलाई: { $action } · { $result }।
case-refused = { $who } ने कोशिश की: { $action } (अनुमति नहीं है)।
case-refused-more = और उसी मिनट में उसी व्यक्ति को { $count ->
    [one] { $count } बार और मना किया गया
   *[other] { $count } बार और मना किया गया
}, जिनकी अलग एंट्री नहीं है।
more-refusals = Usher ने पिछले एक मिनट में { $who } को { $count ->
    [one] { $count } बार और
   *[other] { $count } बार और
} मना किया। ऑडिट लॉग में पहली कुछ मनाहियाँ हैं।
# The reason follows, if there is one
case-denied = { $by } ने { $who } का अनुरोध नामंज़ूर किया: { $action }।
case-taken-back = { $who } ने अनुरोध वापस लिया: { $action }।
case-expired = { $who } के अनुरोध का समय खत्म हो गया: { $action }।
case-failed = { $who } ने कोशिश की: { $action }। यह नाकाम रहा और कुछ नहीं बदला ({ $cause })।
case-unknown = { $who } ने कोशिश की: { $action }। **पुष्टि नहीं हुई** ({ $cause }): हो सकता है यह हुआ हो, हो सकता है नहीं।
case-unconfirmed = { $who } ने कोशिश की: { $action }। **पुष्टि नहीं हुई**: हो सकता है यह हुआ हो, हो सकता है नहीं।
case-unconfirmed-people = { $count ->
    [one] { $count } व्यक्ति
   *[other] { $count } लोगों
} के लिए **पुष्टि नहीं हुई**। ग्रुप देखें।
result-open = जारी है
result-done = हो गया
result-nothing = कोई बदलाव नहीं
result-failed = नाकाम
result-refused = मना किया गया
result-unknown = पुष्टि नहीं हुई

cases = ऑडिट लॉग
cases-none = कोई एंट्री नहीं मिली।
cases-none-near = Usher ने जो पिछली { $count } एंट्री देखीं, उनमें कुछ नहीं मिला। और खोजने के लिए नीचे के बटन दबाएँ।
cases-footer = किसी एंट्री की जानकारी: /wa-audit show

field-when = कब
field-result = नतीजा
field-operation = कार्रवाई
field-channel = चैनल
field-tries = कोशिशें
field-group = ग्रुप
field-people = लोग

journal = ऑडिट लॉग एक्सपोर्ट हुआ
journal-exported = { $rows ->
    [one] { $rows } एंट्री एक्सपोर्ट हुई
   *[other] { $rows } एंट्री एक्सपोर्ट हुईं
}। फ़ाइल में निजी डेटा है; इसे सोच-समझकर शेयर करें।
journal-cut = { $missing ->
    [one] { $missing } पुरानी एंट्री फ़ाइल में नहीं आई।
   *[other] { $missing } पुरानी एंट्री फ़ाइल में नहीं आईं।
} बाकी `/wa-audit recent` से देखें। फ़ाइल में हर एंट्री पाने के लिए ज़्यादा बार एक्सपोर्ट करें और `days` भरें।

## After an interruption

interrupted = Usher रीस्टार्ट हुआ
interrupted-done = रीस्टार्ट के बाद पूरा हुआ: { $deed }
interrupted-unknown = { $who }, आपकी कमांड के दौरान Usher रीस्टार्ट हुआ, और पुष्टि नहीं हुई कि उसका असर हुआ। कमांड फिर से चलाने से पहले ग्रुप देखें।
interrupted-nothing = { $who }, आपकी कमांड के दौरान Usher रीस्टार्ट हुआ। कुछ नहीं बदला। अब भी करना हो, तो कमांड फिर से चलाएँ।
