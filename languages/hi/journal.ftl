### What was done, for others to read: notices in the channel, the log channel and the journal.

deed-created = { $who } ने यह ग्रुप बनाया।
deed-created-with = { $who } ने यह ग्रुप बनाया, साथ में { $people }।
deed-renamed = { $who } ने **{ $before }** का नाम बदलकर **{ $after }** किया।
deed-described = { $who } ने विवरण बदला।
deed-picture = { $who } ने फ़ोटो बदली।
deed-left = { $who } के कहने पर अकाउंट ने यह ग्रुप छोड़ दिया।
deed-deleted = { $who } ने यह ग्रुप डिलीट किया।
deed-joined = { $who } के कहने पर अकाउंट इस ग्रुप में शामिल हुआ।
deed-added = { $who } ने ग्रुप में जोड़ा: { $people }।
deed-removed = { $who } ने ग्रुप से हटाया: { $people }।
deed-promoted = { $who } ने एडमिन बनाया: { $people }।
deed-demoted = { $who } ने एडमिन से हटाया: { $people }।
deed-invite-revoked = { $who } ने इनवाइट लिंक रद्द किया; पुराना लिंक अब काम नहीं करता।
deed-invite-shown = { $who } ने इनवाइट लिंक देखा।
deed-journal-exported = { $who } ने जर्नल के { $rows ->
    [one] { $rows } केस
   *[other] { $rows } केस
} की फ़ाइल ली।
deed-granted = { $who } ने { $grant } को अधिकार दिए।
deed-rights-revoked = { $who } ने { $grant } से अधिकार वापस लिए।
deed-log-channel = { $who } ने { $channel } को लॉग चैनल बनाया।
deed-log-channel-gone = { $who } ने लॉग चैनल हटाया।
deed-approvals-channel = { $who } ने { $channel } को मंज़ूरी का चैनल बनाया।
deed-approvals-channel-gone = { $who } ने मंज़ूरी का चैनल हटाया।
deed-country = { $who } ने { $country } को फ़ोन नंबरों का देश बनाया।
deed-country-gone = { $who } ने फ़ोन नंबरों का देश हटाया।
deed-invitation = { $who } ने न्योतों का टेक्स्ट सेट किया।
deed-invitation-gone = { $who } ने न्योतों का अपना टेक्स्ट हटाया।
deed-approved = { $by } ने इसे मंज़ूर किया।
who-owner = बॉट के मालिक
who-erased = एक व्यक्ति (डेटा मिटाया गया)

## Cases of the journal

case-nothing = { $who } ने { $operation } का इस्तेमाल किया, पर इससे कुछ नहीं बदला।
case-used = { $who } ने { $operation } का इस्तेमाल किया।
case-used-result = { $who } ने { $operation } का इस्तेमाल किया: { $result }।
case-used-for = { $who } ने { $operation } का इस्तेमाल { $count ->
    [one] { $count } व्यक्ति
   *[other] { $count } लोगों
} के लिए किया: { $result }।
case-refused = { $who } को { $operation } से मना किया गया; इसके लिए { $capability } चाहिए।
case-refused-more = और उसी मिनट में उसी व्यक्ति को { $count ->
    [one] { $count } बार और मना किया गया
   *[other] { $count } बार और मना किया गया
}, जिनकी अलग प्रविष्टि नहीं है।
more-refusals = { $who } को पिछले एक मिनट में { $count ->
    [one] { $count } बार और
   *[other] { $count } बार और
} मना किया गया। ऑडिट लॉग में पहली कुछ प्रविष्टियाँ हैं।
case-denied = { $who } ने { $operation } का अनुरोध किया, और { $by } ने उसे नामंज़ूर किया।
case-denied-why = { $who } ने { $operation } का अनुरोध किया, और { $by } ने उसे नामंज़ूर किया: { $reason }
case-taken-back = { $who } ने { $operation } का अनुरोध किया, और फिर वापस ले लिया।
case-expired = { $who } ने { $operation } का अनुरोध किया, पर समय पर किसी ने फ़ैसला नहीं किया।
case-failed = { $who } ने { $operation } की कोशिश की; वह नाकाम रही ({ $cause }) और कुछ नहीं बदला।
case-unknown = { $who } ने { $operation } का इस्तेमाल किया; **इसके होने की पुष्टि नहीं हुई** ({ $cause })।
result-open = खुला
result-done = हो गया
result-failed = नाकाम
result-refused = मना किया गया
result-unknown = पुष्टि नहीं हुई

cases = केस
cases-none = ऐसा कोई केस नहीं है जो आप देख सकें।
cases-none-near = यहाँ देखे गए { $count } केसों में कुछ नहीं मिला। बटन आगे खोजते हैं।
cases-footer = /wa-audit show से किसी एक केस की पूरी जानकारी देखें।
# A case in a list
case-line-in = { $operation }, **{ $group }** में: { $result }
case-line = { $operation }: { $result }

field-when = कब
field-result = नतीजा
field-operation = ऑपरेशन
field-channel = चैनल
field-tries = कोशिशें
field-group = ग्रुप
field-people = लोग

journal = जर्नल
journal-exported = { $rows ->
    [one] { $rows } केस
   *[other] { $rows } केस
}, स्प्रेडशीट फ़ाइल में। इसमें ऐसी बातें हैं जो इसमें शामिल लोग शायद दूसरों को न दिखाना चाहें।
journal-cut = { $missing ->
    [one] { $missing } पुराना केस फ़ाइल में नहीं समाया।
   *[other] { $missing } पुराने केस फ़ाइल में नहीं समाए।
} बाकी `/wa-audit recent` से देखें। हर केस फ़ाइल में रखने के लिए `days` के साथ ज़्यादा बार एक्सपोर्ट करें।

## After an interruption

interrupted = रुकावट के बाद
interrupted-done = आपने जो करने को कहा था, वह देर से पूरा हुआ: { $deed }
interrupted-unknown = { $who }, आपने जो करने को कहा था, वह बीच में रुक गया, और उसके होने की पुष्टि नहीं हुई। कमांड दोबारा चलाने से पहले ग्रुप देखें।
interrupted-nothing = { $who }, आपने जो करने को कहा था, वह बीच में रुक गया। कुछ नहीं बदला गया। अब भी करना हो तो कमांड फिर से चलाएँ।
