### Requests: somebody asks for what they may do only with somebody's approval. "Wishes" say what for.

request-asks = { $who } का अनुरोध है: { $wish }।
request-asked = { $who } का अनुरोध था: { $wish }।
request-you-asked = आपका अनुरोध था: { $wish }।
request-waits = इसके लिए किसी की मंज़ूरी चाहिए, इसलिए Usher ने आपकी ओर से अनुरोध भेज दिया है: { $wish }।

field-needs = ज़रूरी अधिकार
field-asked-in = अनुरोध की जगह
field-good-until = कब तक मान्य
field-not-carried-out = पूरा नहीं हुआ
field-not-shown = यहाँ सब कुछ नहीं दिखाया गया
request-more-people = यहाँ { $people } में से { $shown } लोगों के नाम हैं। **पूरी जानकारी** में सबकी फ़ाइल है।
request-more-text = टेक्स्ट इतना लंबा है कि यहाँ पूरा नहीं दिखाया जा सकता। **पूरी जानकारी** में वह फ़ाइल के रूप में है।
request-more-picture = **पूरी जानकारी** में तस्वीर दिखती है।
field-invite-link = इनवाइट लिंक
# Each followed by a text of the asker's own, in a block
field-new-name = नया नाम
field-new-picture = फ़ोटो का पता
field-approved-by = मंज़ूर करने वाले
button-approve = मंज़ूर करें
button-deny = नामंज़ूर करें
button-details = पूरी जानकारी
can-be-approved-again = इसे फिर से मंज़ूर किया जा सकता है।
press-unread = पढ़ा नहीं जा सका
press-unread-text = Usher अभी अपना स्टोर नहीं पढ़ सकता और नहीं जानता कि आपके बटन दबाने से क्या हुआ। अनुरोध यह दिखाता है: जब तक उस पर बटन हैं, एक मिनट बाद फिर दबाएँ।

request-posted = यह उनके लिए पोस्ट कर दिया गया है जो फ़ैसला कर सकते हैं। नतीजा आपको बता दिया जाएगा।
request-posted-later = यह अभी पोस्ट नहीं हो पाया; Usher फिर कोशिश करेगा। नतीजा आपको बता दिया जाएगा।
request-not-posted = **यह पोस्ट नहीं हो सकता:** Usher मंज़ूरी के चैनल में लिख नहीं सकता, या वह चैनल अब नहीं है। एडमिनिस्ट्रेटर इसे `/wa-setup` से ठीक कर सकते हैं; जब तक अनुरोध मान्य है, Usher कोशिश करता रहेगा।
request-take-back = /wa-request cancel से इसे वापस ले सकते हैं

# Title of a window; at most 45 characters
deny-title = यह अनुरोध नामंज़ूर करें
# At most 45 characters
deny-field = क्यों? अनुरोध करने वाले को दिखेगा (वैकल्पिक)

requests = अनुरोध
requests-none = पिछले एक दिन का कोई अनुरोध नहीं है। जो काम सिर्फ़ मंज़ूरी लेकर हो सकता है, उसकी कमांड बस चला दें: फिर Usher अनुरोध भेजता है।
request-line = { $who }: { $wish }, **{ $title }** में · { $state }
request-taken-back = अनुरोध { $request } वापस ले लिया गया। कुछ नहीं बदला गया।

## How a request stands

state-open = खुला, { $time } तक मान्य
state-open-unposted = खुला, अभी पोस्ट नहीं हुआ, { $time } तक मान्य
state-open-unpostable = खुला, **पोस्ट नहीं हो सकता**, { $time } तक मान्य
state-approved = { $by } ने मंज़ूर किया
state-denied = { $by } ने नामंज़ूर किया
state-cancelled = वापस लिया गया
state-expired = समय निकल गया
state-void = अब संभव नहीं

somebody = किसी
ending-open = यह खुला है, और { $time } तक मान्य है।
ending-being-done = { $by } ने इसे मंज़ूर किया। काम चल रहा है।
ending-nothing = { $by } ने इसे मंज़ूर किया। काम किया गया, पर उससे कुछ नहीं बदला।
ending-deed = { $by } ने इसे मंज़ूर किया: { $deed }
ending-done = { $by } ने इसे मंज़ूर किया। काम हो गया।
ending-trouble = { $by } ने इसे मंज़ूर किया। { $trouble }
ending-denied = { $by } ने इसे नामंज़ूर किया। कुछ नहीं बदला गया।
ending-why = वजह:
ending-cancelled = अनुरोध करने वाले ने इसे वापस ले लिया। कुछ नहीं बदला गया।
ending-expired = समय पर किसी ने फ़ैसला नहीं किया। कुछ नहीं बदला गया।
ending-void = { $by } ने इसे मंज़ूर किया, पर यह अब संभव नहीं है: { $who } को अब इसका अनुरोध करने का भी अधिकार नहीं है। कुछ नहीं बदला गया।
trouble-unknown = **इसके होने की पुष्टि नहीं हुई** ({ $cause })।
trouble-watched = Usher एक घंटे तक फिर देखता है।
trouble-failed = काम नहीं हो पाया ({ $cause }); कुछ नहीं बदला गया।
trouble-other = इसे पूरा नहीं किया जा सका ({ $cause })। कुछ नहीं बदला गया।

about-invite = एक इनवाइट

## Wishes. They follow "asks to".

wish-create = एक ग्रुप बनाना
wish-create-with = एक ग्रुप बनाना, साथ में { $people }
wish-rename = इस ग्रुप का नाम बदलना
wish-undescribe = इस ग्रुप का विवरण हटाना
wish-describe = इस ग्रुप का विवरण बदलना
wish-leave = अकाउंट से यह ग्रुप छोड़ना
wish-delete = **इस ग्रुप को सभी सदस्यों के लिए डिलीट करना**
wish-join = अकाउंट को इनवाइट लिंक से किसी ग्रुप में शामिल करना
wish-add = इस ग्रुप में { $people } जोड़ना
wish-remove = इस ग्रुप से { $people } हटाना
wish-promote = सदस्यों को एडमिन बनाना ({ $people })
wish-demote = सदस्यों को एडमिन से हटाना ({ $people })
wish-show-invite = इस ग्रुप का इनवाइट लिंक देखना
wish-revoke-invite = इस ग्रुप का इनवाइट लिंक रद्द करना और नया बनाना
wish-show = इस ग्रुप को देखना
wish-members = इस ग्रुप के सदस्य देखना
wish-list = ग्रुप की लिस्ट देखना
wish-preview = देखना कि इनवाइट लिंक किस ग्रुप का है
wish-sessions = WhatsApp अकाउंट देखना
