### Requests: somebody asks for what they may do only with approval. "Wishes" say what for.

request-asks = { $who } का अनुरोध: { $wish }।
request-asked = { $who } का अनुरोध था: { $wish }।
request-you-asked = आपका अनुरोध था: { $wish }।
request-waits = **मंज़ूरी का इंतज़ार:** { $wish }।

field-needs = इसकी अनुमति चाहिए
field-asked-in = यहाँ अनुरोध हुआ
field-good-until = समय सीमा
field-not-carried-out = ध्यान दें
field-not-shown = सब कुछ नहीं दिखाया गया
request-more-people = यहाँ { $people } में से { $shown } लोग हैं। **पूरी जानकारी** में सबकी फ़ाइल है।
request-more-text = टेक्स्ट यहाँ दिखाने के लिए बहुत लंबा है। **पूरी जानकारी** में पूरा टेक्स्ट फ़ाइल में है।
request-more-picture = **पूरी जानकारी** में फ़ोटो दिखती है।
field-invite-link = इनवाइट लिंक
# Each followed by a text of the requester's own, in a block
field-new-name = नया नाम
field-new-picture = फ़ोटो का लिंक
field-new-settings = नई सेटिंग
field-approved-by = मंज़ूर करने वाले
button-approve = मंज़ूर करें
button-deny = नामंज़ूर करें
button-details = पूरी जानकारी
can-be-approved-again = आप इसे फिर से मंज़ूर कर सकते हैं।
press-unread = नतीजा अभी पता नहीं
press-unread-text = Usher अभी अपना डेटा नहीं पढ़ सकता, इसलिए उसे आपके दबाने का नतीजा पता नहीं है। नतीजा अनुरोध में दिखता है। अगर एक मिनट बाद भी उस पर बटन हों, तो फिर से दबाएँ।

request-posted = Usher ने इसे उन लोगों को भेज दिया है जो मंज़ूर कर सकते हैं। आपको सूचना मिलेगी।
request-posted-later = Usher इसे अभी पोस्ट नहीं कर सका और कोशिश जारी है। आपको सूचना मिलेगी।
request-not-posted = ⚠️ **Usher मंज़ूरी चैनल में पोस्ट नहीं कर सकता।** किसी एडमिनिस्ट्रेटर से इसे `/wa-setup` में ठीक करने को कहें। अनुरोध का समय खत्म होने तक Usher कोशिश करता रहेगा।
request-take-back = वापस लें: /wa-request cancel

# Title of a window; at most 45 characters
deny-title = यह अनुरोध नामंज़ूर करें
# At most 45 characters
deny-field = वजह (वैकल्पिक; अनुरोध करने वाले को दिखेगी)

requests = अनुरोध
requests-none = पिछले 24 घंटों में कोई अनुरोध नहीं।
request-line = { $who }: { $wish } · **{ $title }** · { $state }
request-taken-back = अनुरोध #{ $request } वापस लिया गया। कुछ नहीं बदला।

## How a request stands

state-open = खुला, समय सीमा { $time }
state-open-unposted = खुला, अभी पोस्ट नहीं हुआ, समय सीमा { $time }
state-open-unpostable = खुला, **Usher इसे पोस्ट नहीं कर सकता**, समय सीमा { $time }
state-approved = { $by } ने मंज़ूर किया
state-denied = { $by } ने नामंज़ूर किया
state-cancelled = वापस लिया गया
state-expired = समय खत्म
state-void = अब संभव नहीं

somebody = किसी
ending-open = खुला, समय सीमा { $time }।
ending-being-done = { $by } ने मंज़ूर किया। Usher इस पर काम कर रहा है।
ending-nothing = { $by } ने मंज़ूर किया। कुछ बदलने की ज़रूरत नहीं थी, या कुछ बदला नहीं जा सकता था।
# A sentence follows
ending-approved = { $by } ने मंज़ूर किया।
ending-done = { $by } ने मंज़ूर किया। हो गया।
ending-denied = { $by } ने नामंज़ूर किया। कुछ नहीं बदला।
# The reason follows
ending-why = वजह:
ending-cancelled = { $who } ने यह अनुरोध वापस लिया। कुछ नहीं बदला।
ending-expired = समय पर किसी ने फ़ैसला नहीं किया। कुछ नहीं बदला।
ending-void = { $by } ने इसे मंज़ूर किया, पर { $who } के पास अब इसका अनुरोध करने की अनुमति नहीं है। कुछ नहीं बदला।
trouble-unknown = **पुष्टि नहीं हुई** ({ $cause })। हो सकता है यह हुआ हो, हो सकता है नहीं।
trouble-watched = Usher एक घंटे तक जाँचता रहेगा।
trouble-failed = नहीं हुआ ({ $cause })। कुछ नहीं बदला।
trouble-other = नहीं हुआ ({ $cause })। कुछ नहीं बदला।

about-invite = एक इनवाइट

## Wishes. They follow "wants to".

wish-create = ग्रुप बनाना
wish-create-with = { $people } के साथ ग्रुप बनाना
wish-rename = इस ग्रुप का नाम बदलना
wish-undescribe = इस ग्रुप का विवरण हटाना
wish-describe = इस ग्रुप का विवरण बदलना
wish-settings = इस ग्रुप की सेटिंग बदलने
wish-settings-show = इस ग्रुप की सेटिंग देखने
wish-join-requests = इस ग्रुप में शामिल होने के अनुरोध देखने
wish-approve = { $people } को इस ग्रुप में शामिल होने देने
wish-decline = { $people } का इस ग्रुप में शामिल होने का अनुरोध अस्वीकार करने
wish-leave = Usher से यह ग्रुप छुड़वाना
wish-delete = **इस ग्रुप को सभी सदस्यों के लिए डिलीट करना**
wish-join = Usher को इनवाइट लिंक से किसी ग्रुप में शामिल करवाना
wish-add = इस ग्रुप में { $people } को जोड़ना
wish-remove = इस ग्रुप से { $people } को हटाना
wish-promote = { $people } को एडमिन बनाना
wish-demote = { $people } को एडमिन से हटाना
wish-show-invite = इस ग्रुप का इनवाइट लिंक देखना
wish-revoke-invite = इस ग्रुप का इनवाइट लिंक रीसेट करना और नया लेना
wish-show = यह ग्रुप देखना
wish-members = इस ग्रुप के सदस्य देखना
wish-list = ग्रुप की लिस्ट देखना
wish-preview = देखना कि इनवाइट लिंक किस ग्रुप का है
wish-sessions = WhatsApp अकाउंट देखना
