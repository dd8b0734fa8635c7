### Why somebody did not get what they asked for: a title, and what happened, whether anything changed, what to do next.

only-in-server = सिर्फ़ सर्वर में
only-in-server-text = Usher सर्वर के चैनलों में काम करता है, डायरेक्ट मैसेज में नहीं।
not-set-up = यहाँ सेटअप नहीं है
not-set-up-text = यह सर्वर Usher के कॉन्फ़िगरेशन में नहीं है, इसलिए यहाँ कोई इसका इस्तेमाल नहीं कर सकता। बॉट चलाने वाले इसे जोड़ सकते हैं। सर्वर की ID: `{ $server }`
no-such-session = ऐसा कोई सेशन नहीं
no-such-session-text = इस सर्वर में ऐसा कोई सेशन नहीं है। यहाँ ये हैं: { $sessions }। कुछ नहीं बदला गया।
no-such-group = ऐसा कोई ग्रुप नहीं
no-such-group-text = { $name } नाम का ऐसा कोई ग्रुप नहीं है जिसमें आप यह कर सकें। लिखते समय दिखने वाले ग्रुप में से चुनें, या `/wa-group list` देखें। कुछ नहीं बदला गया।
which-group = कौन-सा ग्रुप?
which-group-text = { $name } नाम के कई ग्रुप हैं। जो आप चाहते हैं, उसकी ID दें:
no-longer-good = अब मान्य नहीं
no-longer-good-text = इस सवाल का जवाब दिया जा चुका है, या इसका समय निकल गया है। इस बार दबाने से कुछ नहीं बदला। अगर आपने पहले जवाब दिया था, तो उसके नतीजे का इंतज़ार करें; नहीं तो, अब भी करना हो तो कमांड फिर से चलाएँ।
not-yours = यह आपके लिए नहीं
not-yours-text = इसका जवाब वही दे सकता है जिसने कमांड चलाई थी।
wrong-name = यह कोई और नाम है
wrong-name-text = आपने जो लिखा, वह इस ग्रुप का नाम नहीं है। कुछ डिलीट नहीं किया गया। बटन फिर से दबाएँ और यह नाम लिखें:
wrong-group-id = यह दूसरी ID है
wrong-group-id-text = आपने जो लिखा वह इस ग्रुप की ID नहीं है। कुछ डिलीट नहीं किया गया। बटन फिर से दबाएँ और यह ID लिखें:
no-such-case = ऐसा कोई केस नहीं
no-such-case-text = इस नंबर का ऐसा कोई केस नहीं है जो आप देख सकें। ताज़ा केस `/wa-audit recent` में हैं।

## Usher itself

elsewhere = कहीं और
elsewhere-text = इसका जवाब Usher की दूसरी कॉपी दे रही है।
not-written = दर्ज नहीं हो सकता
not-written-text = Usher अपना हर काम दर्ज करता है, पर अभी नहीं कर पा रहा। इसलिए कुछ नहीं किया गया। एक मिनट बाद फिर कोशिश करें।
too-late = देर हो गई
too-late-text = Discord ने Usher का पहला जवाब समय पर नहीं लिया। कुछ नहीं बदला गया। अब भी करना हो तो कमांड फिर से चलाएँ।
cut-short = बीच में रुक गया
cut-short-text = यह काम शुरू होने से पहले ही Usher रुक गया। कुछ नहीं बदला गया। अब भी करना हो तो कमांड फिर से चलाएँ।
too-much-at-once = एक साथ बहुत ज़्यादा
too-much-at-once-text = Usher के पास अभी बहुत ज़्यादा काम है। कुछ नहीं बदला गया। एक मिनट बाद फिर कोशिश करें।
restarting = रीस्टार्ट हो रहा है
restarting-text = Usher रीस्टार्ट हो रहा है। कुछ नहीं बदला गया। एक मिनट बाद फिर कोशिश करें।
unreadable = Usher इसे पढ़ नहीं सका
unreadable-text = Discord ने Usher को ऐसा कुछ भेजा जिसे यह संस्करण नहीं समझता। कुछ नहीं बदला गया। Usher चलाने वाले व्यक्ति को बताएँ; नीचे दिए संदर्भ से यह लॉग में मिल जाएगा।
unknown-command = अनजान कमांड
unknown-command-text = यह कमांड अब Usher में नहीं है। मौजूदा कमांड देखने के लिए अपना Discord ऐप रीस्टार्ट करें। कुछ नहीं बदला गया।
fault = Usher की गड़बड़ी
fault-text = Usher में ही कोई गड़बड़ी हुई। फिर कोशिश करने से पहले ग्रुप देख लें: हो सकता है उसमें बदलाव हुआ हो। बॉट चलाने वाले नीचे दिए रेफ़रेंस से लॉग में वजह देख सकते हैं।

## Refusals

refused = आप यह नहीं कर सकते
refused-needs = इसके लिए { $capability } चाहिए।
refused-elsewhere = इसके लिए { $capability } चाहिए, जो आपके पास दूसरे ग्रुप या सेशन के लिए है।
refused-only-asked = इसके लिए { $capability } चाहिए, जिसका आप सिर्फ़ अनुरोध कर सकते हैं, और इस कमांड का अनुरोध नहीं हो सकता।
refused-nobody = यहाँ किसी रोल के पास यह नहीं है; सर्वर के एडमिनिस्ट्रेटर के पास है।
refused-one-role = यह { $role } रोल के पास है।
refused-roles = यह इन रोल के पास है: { $roles }।

## Bad input

does-not-work = ऐसे नहीं होगा
# Follows each of the sentences below
nothing-sent = कुछ नहीं भेजा गया।
bad-session = सेशन के नाम में 1 से 64 अक्षर, अंक, डॉट, डैश या अंडरस्कोर होते हैं।
bad-group = ग्रुप की ID ऐसी होती है: 120363012345678901@g.us।
bad-group-for-person = यह ग्रुप की ID है, किसी व्यक्ति की नहीं।
bad-person = व्यक्ति के लिए देश कोड के साथ फ़ोन नंबर दें, जैसे +55 11 99999-9999, या @lid पर खत्म होने वाली ID।
bad-phone = फ़ोन नंबर में 7 से 15 अंक होते हैं, सबसे पहले देश कोड।
bad-invite = इनवाइट के लिए https://chat.whatsapp.com/… जैसा लिंक दें, या उसके आखिर का कोड।
bad-several-invites = यहाँ कई अलग-अलग आमंत्रण लिंक हैं। सिर्फ़ वही दें जो आप चाहते हैं।
bad-name-empty = ग्रुप का नाम खाली नहीं हो सकता: उसमें कम से कम एक दिखने वाला अक्षर चाहिए।
bad-name-long = ग्रुप के नाम में अधिकतम { $max } अक्षर हो सकते हैं; इसमें { $given } हैं।
bad-description-long = विवरण में अधिकतम { $max } अक्षर हो सकते हैं; इसमें { $given } हैं।
bad-picture-url = फ़ोटो का पता https:// से शुरू होता है और उसमें कोई यूज़रनेम या पासवर्ड नहीं होता।
bad-picture-url-private = तस्वीर का पता सार्वजनिक इंटरनेट पर होना चाहिए। किसी निजी नेटवर्क का पता काम नहीं करता।
bad-picture-url-long = तस्वीर के पते में ज़्यादा से ज़्यादा { $max } अक्षर हो सकते हैं; इसमें { $given } हैं।
option-wanted = इनमें से कोई एक विकल्प ज़रूरी है: { $options }।
too-many-people = ग्रुप बनाते समय अधिकतम { $max } लोग हो सकते हैं, और ये { $given } हैं; बाकी को `/wa-group members add` से जोड़ें।
nobody-named = कोई नहीं दिया गया
nobody-named-text = फ़ोन नंबर या ID से कम से कम एक व्यक्ति बताएँ। कुछ नहीं भेजा गया।

## What the groups API answered

not-done = नहीं हुआ
perhaps-changed = हो सकता है काम हुआ हो, या न हुआ हो: फिर कोशिश करने से पहले खुद जाकर देखें।
api-says = API का कहना है: “{ $words }”
try-again-after = { $when } फिर कोशिश करें।
after-a-minute = एक मिनट बाद
after-seconds = { $seconds ->
    [one] { $seconds } सेकंड
   *[other] { $seconds } सेकंड
} बाद
after-minutes = { $minutes ->
    [one] { $minutes } मिनट
   *[other] { $minutes } मिनट
} बाद
api-refused = API ने मना किया
api-refused-text = ग्रुप API ने इसे स्वीकार नहीं किया।
api-key = Usher की key नहीं चली
api-key-text = ग्रुप API ने Usher की key स्वीकार नहीं की।
api-key-next = बॉट चलाने वाले को सही key सेट करनी होगी; फिर कोशिश करने से फ़ायदा नहीं होगा।
api-forbidden = अकाउंट यह नहीं कर सकता
api-forbidden-text = WhatsApp या ग्रुप API अकाउंट को यह करने नहीं देता: अक्सर इसलिए कि वह ग्रुप का एडमिन नहीं है।
api-forbidden-next = ग्रुप का कोई एडमिन उसे एडमिन बना सकता है; कुछ काम सिर्फ़ ग्रुप बनाने वाला कर सकता है।
api-not-there = नहीं मिला
api-not-there-text = ग्रुप API को ऐसा कोई ग्रुप या इनवाइट नहीं मिला: शायद ग्रुप डिलीट हो गया या छोड़ दिया गया, या इनवाइट रद्द हो गया।
api-not-there-next = `/wa-group list` में मौजूद ग्रुप दिखते हैं।
api-conflict = अभी संभव नहीं
api-conflict-text = ग्रुप की मौजूदा स्थिति में यह नहीं हो सकता।
api-pause = बहुत ज़्यादा रिक्वेस्ट
api-pause-text = ग्रुप API थोड़ा रुकने को कह रहा है।
api-busy = व्यस्त
api-busy-text = इस सेशन के लिए बहुत ज़्यादा रिक्वेस्ट इंतज़ार में हैं।
api-trouble = API में दिक्कत है
api-trouble-text = ग्रुप API लगातार कई बार नाकाम रहा, इसलिए Usher उसे थोड़ी देर नहीं छेड़ेगा।
account-trouble = WhatsApp खाते में दिक्कत है
account-trouble-text = खाते “{ $session }” के लिए ग्रुप API लगातार कई बार नाकाम रहा, इसलिए Usher थोड़ी देर इस खाते का इस्तेमाल नहीं करेगा। दूसरे खातों पर असर नहीं है।
api-not-connected = अकाउंट कनेक्टेड नहीं है
api-not-connected-text = इस सेशन का अकाउंट WhatsApp से कनेक्टेड नहीं है।
api-not-connected-why = इस सेशन का अकाउंट WhatsApp से कनेक्टेड नहीं है ({ $reason })।
api-not-connected-next = `/wa-session list` में अकाउंट दिखते हैं; अकाउंट चलाने वाले को उसे फिर कनेक्ट करना होगा।
api-silent = API जवाब नहीं दे रहा
api-silent-text = ग्रुप API तक पहुँचा नहीं जा सका, या सेशन कनेक्टेड नहीं है।
api-silent-next = `/wa-session list` में सेशन दिखते हैं; सब ठीक हो तो एक मिनट बाद फिर कोशिश करें।
api-lost = जवाब नहीं पहुँचा
api-lost-text = बात ग्रुप API तक पहुँची, पर उसने नहीं बताया कि क्या हुआ।
api-garbled = जवाब समझ नहीं आया
api-garbled-text = ग्रुप API ने ऐसा जवाब दिया जिसे Usher पढ़ नहीं सकता।
api-garbled-next = अगर फिर ऐसा हो, तो बॉट चलाने वाले को बताएँ।

## Limits

too-fast = बहुत तेज़
too-fast-text = आपने पिछले एक मिनट में बहुत कुछ बदला है। अभी कुछ नहीं बदला गया। आप { $time } से आगे काम कर सकते हैं।
asked-too-much-text = आपने पिछले एक मिनट में बहुत कुछ माँगा है। अभी कुछ नहीं बदला गया। आप { $time } से आगे काम कर सकते हैं।
enough-today = आज के लिए इतना ही
enough-today-text = बहुत सारे अनजान लोगों को जोड़ने वाले अकाउंट को WhatsApp बैन कर देता है, इसलिए यह अकाउंट 24 घंटे में ज़्यादा से ज़्यादा { $budget ->
    [one] { $budget } व्यक्ति
   *[other] { $budget } लोगों
} को जोड़ता है। अभी { $left } और जोड़े जा सकते हैं। किसी को नहीं जोड़ा गया।
enough-ever = इतने लोग एक दिन में जोड़े ही नहीं जा सकते: सीमा { $budget } है। उन्हें इनवाइट लिंक भेजें।
enough-until = इन सभी को { $time } से जोड़ा जा सकता है; इनवाइट लिंक अभी भेजा जा सकता है।

## Requests, rights and settings

nowhere-to-ask = अनुरोध की जगह नहीं
nowhere-to-ask-text = आप { $capability } का इस्तेमाल सिर्फ़ मंज़ूरी लेकर कर सकते हैं, और इस सर्वर में मंज़ूरी का कोई चैनल नहीं है। एडमिनिस्ट्रेटर उसे `/wa-setup` से सेट कर सकते हैं। कुछ नहीं बदला गया।
too-many-requests = बहुत ज़्यादा अनुरोध
too-many-requests-text = आपके { $open } अनुरोध खुले हैं, इससे ज़्यादा नहीं हो सकते। किसी एक पर फ़ैसला होने दें, या `/wa-request cancel` से कोई एक वापस लें। कुछ नहीं बदला गया।
discord-silent = Discord जवाब नहीं दे रहा
discord-silent-text = Usher ने Discord से कुछ पूछा और जवाब नहीं मिला। कुछ नहीं बदला गया। एक मिनट बाद फिर कोशिश करें।
own-request = आपका अपना अनुरोध
own-request-text = इस पर फ़ैसला कोई और करेगा; अपना अनुरोध कोई खुद मंज़ूर नहीं कर सकता।
being-decided = अभी-अभी
being-decided-text = Usher इस अनुरोध पर पहले से काम कर रहा है। नतीजा अनुरोध में दिखेगा। अगर अनुरोध खुला रहे, तो फिर से बटन दबाएँ।
not-as-shown = जो दिखाया गया था वह नहीं
not-as-shown-text = जो अनुरोध सहेजा गया है, वह इस संदेश में दिखाया गया अनुरोध नहीं है। अब संदेश में वही दिख रहा है जो सहेजा गया है: इसे पढ़ें, फिर दोबारा दबाएँ।
decided = फ़ैसला हो चुका है
decided-too-late = इस अनुरोध का समय निकल गया। अभी कुछ नहीं बदला गया।
decided-void = यह अनुरोध अब संभव नहीं है: अनुरोध करने वाले को अब इसका अनुरोध करने का भी अधिकार नहीं है। अभी कुछ नहीं बदला गया।
decided-otherwise = इस अनुरोध पर फ़ैसला हो चुका है: { $how }। अभी कुछ नहीं बदला गया।
no-such-request = ऐसा कोई अनुरोध नहीं
no-such-request-text = इस नंबर का आपका कोई खुला अनुरोध नहीं है। `/wa-request list` में आपके अनुरोध दिखते हैं।
beyond-own = आपके अधिकारों से ज़्यादा
beyond-own-text = जो अधिकार जहाँ आपके पास नहीं हैं, वे आप वहाँ किसी को नहीं दे सकते। आपके पास ये नहीं हैं: { $capabilities }। कुछ नहीं बदला गया।
fixed = तय किया हुआ
fixed-grant = यह कॉन्फ़िगरेशन फ़ाइल से आता है: इसे बॉट चलाने वाले ही हटा सकते हैं, यहाँ कोई नहीं। कुछ नहीं बदला गया।
fixed-setting = यह कॉन्फ़िगरेशन फ़ाइल में तय है। इसे बॉट चलाने वाले बदल सकते हैं।
nothing-to-revoke = वापस लेने को कुछ नहीं
nothing-to-revoke-text = उस रोल को यहाँ ऐसा कुछ नहीं दिया गया था। `/wa-access show` में अनुमतियाँ दिखती हैं। कुछ नहीं बदला गया।
nothing-to-grant = जोड़ने को कुछ नहीं
nothing-to-grant-text = उस रोल के पास यह सब पहले से है। `/wa-access show` में अनुमतियाँ दिखती हैं। कुछ नहीं बदला गया।
no-effect = एक ग्रुप में कोई असर नहीं
no-effect-text = { $capabilities } को एक ग्रुप तक सीमित नहीं किया जा सकता: यह उन ग्रुप के लिए है जो अभी बने ही नहीं हैं। `group` विकल्प हटा दें। कुछ नहीं बदला गया।
set-already = बदलने को कुछ नहीं
set-already-text = यह पहले से ऐसे ही सेट है। कुछ नहीं बदला गया।
for-administrators = सिर्फ़ एडमिनिस्ट्रेटर के लिए
for-administrators-text = सर्वर का सेटअप सिर्फ़ वे कर सकते हैं जिनके पास Discord की Administrator परमिशन है। कुछ नहीं बदला गया।
not-a-member = इस सर्वर में नहीं
not-a-member-text = वह व्यक्ति इस सर्वर का सदस्य नहीं है।
cannot-write = वहाँ लिखा नहीं जा सकता
cannot-write-text = Usher { $channel } में लिख नहीं सकता। उसे वहाँ View Channel, Send Messages और Embed Links परमिशन दें, और चैनल फिर से चुनें। कुछ नहीं बदला गया।
# A title
unknown-country = ऐसा कोई देश नहीं मिला
unknown-country-text = Usher { $text } को देश के रूप में नहीं पहचानता। देश के दो अक्षर, जैसे `BR`, या देश कोड, जैसे `+55`, लिखें। कुछ नहीं बदला गया।
# A title
bad-invitation = यह न्योता नहीं है
bad-invitation-text = टेक्स्ट में लिंक की जगह { $place } होना चाहिए, और ज़्यादा से ज़्यादा { $max } अक्षर हो सकते हैं। कुछ नहीं बदला गया।
no-such-preset = { $name } नाम का कोई प्रीसेट नहीं है। ये हैं: { $all }।
no-such-capability = { $name } नाम का कोई अधिकार नहीं है। ये हैं: { $all }।
