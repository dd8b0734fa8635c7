### Why somebody did not get what they asked for: a title, and what happened, whether anything changed, what to do next.

only-in-server = इसे सर्वर में चलाएँ
only-in-server-text = Usher सर्वर के चैनलों में काम करता है, डायरेक्ट मैसेज में नहीं।
not-set-up = यहाँ सेट नहीं है
not-set-up-text = Usher इस सर्वर के लिए सेट नहीं है। बॉट के मालिक से इसकी ID जोड़ने को कहें: `{ $server }`
no-such-session = अनजान WhatsApp अकाउंट
no-such-session-text = इस सर्वर में ऐसा कोई WhatsApp अकाउंट नहीं है। कुछ नहीं बदला। इनमें से चुनें: { $sessions }
no-such-group = ग्रुप नहीं मिला
# $name is what the person typed
no-such-group-text = Usher को ऐसा कोई ग्रुप { $name } नहीं मिला जिसे आप इसके लिए इस्तेमाल कर सकें। कुछ नहीं बदला।
which-group = कौन-सा ग्रुप?
# The groups follow
which-group-text = यहाँ एक से ज़्यादा ग्रुप का नाम { $name } है। नीचे से सही वाला चुनें, या उसकी ID के साथ कमांड फिर चलाएँ:
answered-already = आप जवाब दे चुके हैं
answered-already-text = नतीजे का इंतज़ार करें। इस बार दबाने से कुछ नहीं बदला।
no-longer-good = अब मान्य नहीं
no-longer-good-text = आपने समय पर जवाब नहीं दिया, या जवाब दे चुके हैं। इस बार दबाने से कुछ नहीं बदला। नतीजा न दिखे, तो कमांड फिर से चलाएँ।
not-yours = ये बटन आपके लिए नहीं हैं
not-yours-text = इन्हें सिर्फ़ वही दबा सकता है जिसने कमांड चलाई। यही काम करने के लिए कमांड खुद चलाएँ।
wrong-name = नाम मेल नहीं खाता
# The name follows
wrong-name-text = कुछ डिलीट नहीं हुआ। बटन फिर से दबाएँ और ठीक यही लिखें:
wrong-group-id = ID मेल नहीं खाती
# The ID follows
wrong-group-id-text = कुछ डिलीट नहीं हुआ। बटन फिर से दबाएँ और ठीक यही लिखें:
no-such-case = एंट्री नहीं मिली
no-such-case-text = इस नंबर की कोई लॉग एंट्री नहीं है, या आप उसे देख नहीं सकते। ताज़ा एंट्री `/wa-audit recent` में हैं।

## Usher itself

elsewhere = जवाब दिया जा रहा है
elsewhere-text = इसका जवाब Usher का दूसरा इंस्टेंस दे रहा है।
not-written = अभी उपलब्ध नहीं
not-written-text = Usher अभी ऑडिट लॉग में सेव नहीं कर पा रहा, इसलिए उसने कुछ नहीं किया। एक मिनट में फिर कोशिश करें।
too-late = समय निकल गया
too-late-text = Discord ने Usher का पहला जवाब समय पर नहीं लिया। कुछ नहीं बदला। अब भी करना हो, तो कमांड फिर से चलाएँ।
cut-short = बीच में रुक गया
cut-short-text = शुरू करने से पहले Usher रीस्टार्ट हो गया। कुछ नहीं बदला। अब भी करना हो, तो कमांड फिर से चलाएँ।
too-much-at-once = Usher व्यस्त है
too-much-at-once-text = Usher के पास अभी बहुत ज़्यादा काम है। कुछ नहीं बदला। एक मिनट में फिर कोशिश करें।
restarting = Usher रीस्टार्ट हो रहा है
restarting-text = रीस्टार्ट होने तक Usher नई कमांड नहीं लेता। कुछ नहीं बदला। एक मिनट में फिर कोशिश करें।
unreadable = Usher इसे पढ़ नहीं सका
unreadable-text = Discord ने ऐसा कुछ भेजा जिसे Usher का यह वर्शन नहीं समझता। कुछ नहीं बदला। नीचे दिया एरर कोड बॉट के मालिक को भेजें।
unknown-command = अनजान कमांड
unknown-command-text = Usher में अब यह कमांड नहीं है। कुछ नहीं बदला। कमांड की लिस्ट अपडेट करने के लिए Discord रीस्टार्ट करें (Ctrl+R)।
fault = कुछ गड़बड़ हो गई
fault-text = यह Usher की गड़बड़ी है। कमांड फिर से चलाने से पहले ग्रुप देखें: हो सकता है वह बदल गया हो। नीचे दिया एरर कोड बॉट के मालिक को भेजें।

## Refusals. $action is such as “rename groups”.

refused = अनुमति नहीं है
refused-needs = आपको यहाँ इसकी अनुमति नहीं है: { $action }।
refused-elsewhere = आपको इसकी अनुमति है, पर यहाँ नहीं, सिर्फ़ दूसरे ग्रुप में या दूसरे WhatsApp अकाउंट से: { $action }।
refused-only-asked = आपको इसकी अनुमति सिर्फ़ मंज़ूरी लेकर है, और इस कमांड का अनुरोध नहीं हो सकता: { $action }।
refused-nobody = इस सर्वर में सिर्फ़ एडमिनिस्ट्रेटर यह कर सकते हैं।
refused-one-role = { $role } रोल वाले किसी व्यक्ति से कहें।
refused-roles = इनमें से किसी रोल वाले व्यक्ति से कहें: { $roles }।

## Bad input

does-not-work = आपने जो लिखा, उसे जाँचें
bad-session = यह किसी WhatsApp अकाउंट का नाम नहीं है। लिस्ट से चुनें।
bad-group = यह ग्रुप की ID नहीं है। लिस्ट से ग्रुप चुनें।
bad-group-for-person = यह ग्रुप की ID है, किसी व्यक्ति की नहीं।
bad-person = यह फ़ोन नंबर नहीं है। ऐसे लिखें: +55 11 99999-9999।
bad-phone = यह फ़ोन नंबर नहीं है। देश कोड के साथ ऐसे लिखें: +55 11 99999-9999।
bad-invite = यह इनवाइट लिंक नहीं है। वह ऐसा दिखता है: https://chat.whatsapp.com/…
bad-several-invites = यहाँ कई इनवाइट लिंक हैं। सिर्फ़ वही दें जो आप चाहते हैं।
bad-name-empty = ग्रुप के नाम में कम से कम एक दिखने वाला अक्षर चाहिए।
bad-name-long = नाम बहुत लंबा है: { $given } अक्षर (सीमा { $max })।
bad-description-long = विवरण बहुत लंबा है: { $given } अक्षर (सीमा { $max })।
bad-picture-url = फ़ोटो का लिंक https:// से शुरू होना चाहिए और उसमें यूज़रनेम या पासवर्ड नहीं होना चाहिए।
bad-picture-url-private = फ़ोटो का लिंक सार्वजनिक इंटरनेट का होना चाहिए, किसी निजी नेटवर्क का नहीं।
bad-picture-url-long = फ़ोटो का लिंक बहुत लंबा है: { $given } अक्षर (सीमा { $max })।
option-wanted = इनमें से कोई एक विकल्प जोड़ें: { $options }।
too-many-people = आप ज़्यादा से ज़्यादा { $max } लोगों के साथ ग्रुप बना सकते हैं (आपके पास { $given } हैं)। बाकी को बाद में `/wa-group members add` से जोड़ें।
nobody-named = कोई व्यक्ति नहीं दिया गया
nobody-named-text = कम से कम एक फ़ोन नंबर दें। कुछ नहीं बदला।
nobody-asks = किसी ने शामिल होने को नहीं कहा
nobody-asks-text = अभी इस ग्रुप में शामिल होने का कोई अनुरोध नहीं है। कुछ नहीं बदला।

## What the WhatsApp service answered

not-done = नहीं हुआ
perhaps-changed = हो सकता है यह हुआ हो, हो सकता है नहीं। कमांड फिर से चलाने से पहले ग्रुप देखें।
# The service's own words follow
api-says = जानकारी:
try-again-after = { $when } फिर कोशिश करें।
after-a-minute = एक मिनट में
after-seconds = { $seconds ->
    [one] { $seconds } सेकंड
   *[other] { $seconds } सेकंड
} में
after-minutes = { $minutes ->
    [one] { $minutes } मिनट
   *[other] { $minutes } मिनट
} में
api-refused = WhatsApp ने मना किया
api-refused-text = Usher ने जो भेजा, उसे WhatsApp सेवा ने नहीं माना।
api-key = Usher साइन इन नहीं कर सकता
api-key-text = WhatsApp सेवा Usher की API key नहीं मानती।
api-key-next = बॉट के मालिक को बताएँ कि key मान्य नहीं है।
api-forbidden = WhatsApp में अनुमति नहीं है
api-forbidden-text = WhatsApp Usher को यह नहीं करने देता। अक्सर वजह यह होती है कि Usher ग्रुप का एडमिन नहीं है।
api-forbidden-next = किसी ग्रुप एडमिन से Usher के नंबर को एडमिन बनाने को कहें, फिर कोशिश करें। कुछ काम सिर्फ़ ग्रुप क्रिएटर कर सकते हैं।
api-no-group = WhatsApp में ग्रुप नहीं मिला
api-no-group-text = WhatsApp इस ग्रुप को नहीं जानता। हो सकता है यह डिलीट हो गया हो, या Usher अब इसमें न हो।
api-no-group-next = आपके ग्रुप `/wa-group list` में हैं।
api-no-invite = इनवाइट लिंक काम नहीं करता
api-no-invite-text = WhatsApp इस इनवाइट लिंक को नहीं जानता। हो सकता है यह गलत लिखा हो या रीसेट हो गया हो।
api-no-invite-next = नया लिंक माँगें।
api-conflict = अभी संभव नहीं
api-conflict-text = यह ग्रुप की मौजूदा स्थिति से मेल नहीं खाता।
api-no-join = Usher शामिल नहीं हो सका
api-no-join-text = WhatsApp ने Usher को इस लिंक से शामिल नहीं होने दिया। हो सकता है Usher पहले से इस ग्रुप में हो।
api-no-join-next = आपके ग्रुप `/wa-group list` में हैं।
api-pause = WhatsApp ने Usher की रफ़्तार सीमित की है
api-pause-text = WhatsApp सेवा ने Usher को रुकने को कहा है।
api-busy = WhatsApp अकाउंट व्यस्त है
api-busy-text = इस WhatsApp अकाउंट के लिए बहुत सारी कमांड इंतज़ार में हैं।
api-trouble = WhatsApp सेवा ठप है
api-trouble-text = WhatsApp सेवा लगातार कई बार नाकाम रही, इसलिए Usher फिर कोशिश करने से पहले रुकता है।
account-trouble = WhatsApp अकाउंट में दिक्कत है
account-trouble-text = WhatsApp सेवा सिर्फ़ अकाउंट { $session } के लिए लगातार कई बार नाकाम रही, इसलिए Usher इस अकाउंट को फिर इस्तेमाल करने से पहले रुकता है। दूसरे अकाउंट पर असर नहीं है।
api-not-connected = WhatsApp डिस्कनेक्टेड है
api-not-connected-text = WhatsApp अकाउंट कनेक्टेड नहीं है।
api-not-connected-why = WhatsApp अकाउंट कनेक्टेड नहीं है ({ $reason })।
api-not-connected-next = अकाउंट `/wa-session list` में दिखते हैं। यह डिस्कनेक्टेड ही रहे, तो बॉट के मालिक को बताएँ।
api-silent = WhatsApp सेवा तक पहुँच नहीं
api-silent-text = Usher WhatsApp सेवा तक नहीं पहुँच पा रहा, या WhatsApp अकाउंट कनेक्टेड नहीं है।
api-silent-next = अकाउंट `/wa-session list` में दिखते हैं। सब ठीक हो, तो एक मिनट में फिर कोशिश करें।
api-lost = पुष्टि नहीं मिली
api-lost-text = Usher को WhatsApp सेवा से साफ़ जवाब नहीं मिला।
api-garbled = अनपेक्षित जवाब
api-garbled-text = WhatsApp सेवा ने ऐसा जवाब दिया जिसे Usher पढ़ नहीं सकता।
api-garbled-next = फिर ऐसा हो, तो नीचे दिया एरर कोड बॉट के मालिक को भेजें।

## Limits. $time is such as “in 6 seconds”.

too-fast = थोड़ा धीरे
too-fast-text = { $count ->
    [one] आप एक मिनट में एक बार ग्रुप बदल सकते हैं। कुछ नहीं बदला। { $time } बजे फिर कोशिश करें।
   *[other] आप एक मिनट में { $count } बार ग्रुप बदल सकते हैं। कुछ नहीं बदला। { $time } बजे फिर कोशिश करें।
}
too-fast-strict = { $count ->
    [one] आप एक मिनट में एक बार ग्रुप बना और लोग जोड़ सकते हैं। कुछ नहीं बदला। { $time } बजे फिर कोशिश करें।
   *[other] आप एक मिनट में { $count } बार ग्रुप बना और लोग जोड़ सकते हैं। कुछ नहीं बदला। { $time } बजे फिर कोशिश करें।
}
asked-too-much-text = आपने पिछले एक मिनट में बहुत ज़्यादा कमांड चलाईं। कुछ नहीं बदला। आप { $time } आगे बढ़ सकते हैं।
enough-today = रोज़ की सीमा पूरी
enough-today-text = WhatsApp के बैन से बचने के लिए यह अकाउंट 24 घंटे में ज़्यादा से ज़्यादा { $budget ->
    [one] { $budget } व्यक्ति
   *[other] { $budget } लोगों
} को जोड़ता है। अभी यह { $left } को जोड़ सकता है। किसी को नहीं जोड़ा गया।
enough-ever = यह रोज़ की सीमा ({ $budget }) से ज़्यादा है। उन्हें इनवाइट लिंक भेजें।
enough-until = आप इन सबको { $time } से जोड़ सकते हैं, या अभी इनवाइट लिंक भेजें।

## Requests, permissions and settings

nowhere-to-ask = मंज़ूरी चैनल नहीं है
nowhere-to-ask-text = आपको इसके लिए मंज़ूरी चाहिए, पर इस सर्वर में मंज़ूरी चैनल नहीं है: { $action }। कुछ नहीं बदला। किसी एडमिनिस्ट्रेटर से `/wa-setup` में चैनल सेट करने को कहें।
too-many-requests = बहुत ज़्यादा खुले अनुरोध
too-many-requests-text = आपके { $open } अनुरोध खुले हैं, और यही सीमा है। कुछ नहीं बदला। किसी एक पर फ़ैसला होने दें, या `/wa-request cancel` से कोई एक वापस लें।
discord-silent = Discord जवाब नहीं दे रहा
discord-silent-text = Usher ने Discord से कुछ पूछा और जवाब नहीं मिला। कुछ नहीं बदला। एक मिनट में फिर कोशिश करें।
own-request = यह आपका अपना अनुरोध है
own-request-text = आप अपना अनुरोध खुद मंज़ूर नहीं कर सकते। फ़ैसला किसी और को करना होगा।
being-decided = इस पर काम चल रहा है
being-decided-text = Usher इस अनुरोध पर पहले से काम कर रहा है। नतीजा अनुरोध में दिखता है। अगर वह खुला रहे, तो फिर से दबाएँ।
not-as-shown = अनुरोध अलग है
not-as-shown-text = Usher के पास जो अनुरोध सेव है, वह इस मैसेज में दिखाए गए अनुरोध से अलग है। अब मैसेज में सेव किया हुआ अनुरोध है: इसे पढ़ें, फिर दोबारा दबाएँ।
decided = फ़ैसला हो चुका है
decided-too-late = इस अनुरोध का समय खत्म हो गया। कुछ नहीं बदला।
decided-void = अनुरोध करने वाले के पास अब इसका अनुरोध करने की अनुमति नहीं है। कुछ नहीं बदला।
decided-otherwise = इस अनुरोध पर पहले ही फ़ैसला हो चुका है: { $how }। आपके दबाने से कुछ नहीं बदला।
no-such-request = अनुरोध नहीं मिला
no-such-request-text = इस नंबर का आपका कोई खुला अनुरोध नहीं है। आपके अनुरोध `/wa-request list` में हैं।
beyond-own = आप ये अनुमतियाँ नहीं दे सकते
beyond-own-text = यहाँ ये आपके पास भी नहीं हैं: { $capabilities }। कुछ नहीं बदला।
fixed = बॉट के मालिक की सेटिंग
fixed-grant = यह अनुमति कॉन्फ़िगरेशन फ़ाइल में है। कुछ नहीं बदला। इसे सिर्फ़ बॉट के मालिक बदल सकते हैं।
fixed-setting = यह कॉन्फ़िगरेशन फ़ाइल में सेट है। कुछ नहीं बदला। इसे सिर्फ़ बॉट के मालिक बदल सकते हैं।
nothing-to-revoke = हटाने को कुछ नहीं
nothing-to-revoke-text = इस रोल के पास यहाँ दी गई ऐसी कोई अनुमति नहीं है। कुछ नहीं बदला। अनुमतियाँ `/wa-access show` में हैं।
nothing-to-grant = जोड़ने को कुछ नहीं
nothing-to-grant-text = इस रोल के पास ये सभी अनुमतियाँ पहले से हैं। कुछ नहीं बदला। अनुमतियाँ `/wa-access show` में हैं।
no-effect = एक ग्रुप के लिए संभव नहीं
no-effect-text = { $capabilities } को एक ग्रुप तक सीमित नहीं किया जा सकता, क्योंकि यह नए ग्रुप के बारे में है। कुछ नहीं बदला। `group` विकल्प न दें।
set-already = बदलने को कुछ नहीं
set-already-text = यह पहले से सेट है। कुछ नहीं बदला।
for-administrators = सिर्फ़ एडमिनिस्ट्रेटर के लिए
for-administrators-text = `/wa-setup` चलाने के लिए इस सर्वर में एडमिनिस्ट्रेटर अनुमति चाहिए। कुछ नहीं बदला।
not-a-member = इस सर्वर में नहीं
not-a-member-text = यह व्यक्ति इस सर्वर का सदस्य नहीं है। कुछ नहीं बदला।
cannot-write = Usher वहाँ पोस्ट नहीं कर सकता
cannot-write-text = Usher { $channel } में पोस्ट नहीं कर सकता। कुछ नहीं बदला। उसे वहाँ View Channel, Send Messages और Embed Links की अनुमति दें, फिर चैनल दोबारा चुनें।
# A title
unknown-country = अनजान देश
# $text is what the person typed
unknown-country-text = Usher ऐसा कोई देश { $text } नहीं जानता। कुछ नहीं बदला। उसके दो अक्षर, जैसे `BR`, या देश कोड, जैसे `+55`, लिखें।
# A title
bad-invitation = यह टेक्स्ट इस्तेमाल नहीं हो सकता
bad-invitation-text = टेक्स्ट में लिंक की जगह { $place } होना चाहिए, और ज़्यादा से ज़्यादा { $max } अक्षर हो सकते हैं। कुछ नहीं बदला।
no-such-preset = Usher में { $name } नाम का कोई प्रीसेट नहीं है। इनमें से एक चुनें: { $all }।
no-such-capability = Usher में { $name } नाम की कोई अनुमति नहीं है। इनमें से चुनें: { $all }।
