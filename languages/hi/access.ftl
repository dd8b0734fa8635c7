### Permissions of roles, and the setup of a server.

granted = अनुमतियाँ जोड़ी गईं
granted-held = { $role } अब यह इस्तेमाल कर सकता है: { $rights }{ $scope }
granted-asked = { $role } अब इसका अनुरोध कर सकता है: { $rights }{ $scope }
# Below the line before
granted-asked-how = हर अनुरोध को किसी ऐसे व्यक्ति की मंज़ूरी चाहिए जिसके पास वह अनुमति हो।
granted-no-effect = ये छोड़ दी गईं, क्योंकि नए ग्रुप की अनुमतियाँ किसी एक ग्रुप तक सीमित नहीं हो सकतीं: { $capabilities }
granted-footer = तुरंत लागू।
revoked = अनुमतियाँ हटाई गईं
revoked-lost = { $role } से हटाई गईं: { $rights }
revoked-footer = तुरंत लागू। एडमिनिस्ट्रेटर के पास हमेशा सभी अनुमतियाँ रहती हैं।
# Permissions that need approval, in a list
rights-by-approval = { $rights } (मंज़ूरी लेकर)
# Follows permissions
in-group = ग्रुप { $group } में
in-session = WhatsApp अकाउंट { $session } से

grants = अनुमतियाँ
grants-none = यहाँ दिखाने के लिए कोई अनुमति नहीं है। बिना अनुमति वाला रोल Usher इस्तेमाल नहीं कर सकता; एडमिनिस्ट्रेटर हमेशा कर सकते हैं। `/wa-access grant` से अनुमतियाँ जोड़ें।
grants-narrow = …और { $more } अन्य। किसी एक रोल को देखने के लिए `role` विकल्प चुनें।
grants-footer = “बॉट के मालिक की सेटिंग” यहाँ नहीं बदली जा सकती। एडमिनिस्ट्रेटर सब कुछ कर सकते हैं।
grant-may-ask = अनुरोध कर सकता है: { $rights }
grant-of-file = बॉट के मालिक की सेटिंग
grant-of-discord = यहाँ सेट किया गया

rights-of = किसी व्यक्ति की अनुमतियाँ
rights-of-administrator = { $who } के पास एडमिनिस्ट्रेटर अनुमति है, इसलिए सब कुछ करने की छूट है।
rights-of-nobody = { $who } के पास यहाँ कोई अनुमति नहीं है। `/wa-access grant` से उनके किसी रोल में अनुमतियाँ जोड़ें।
rights-of-somebody = { $who } के पास ये अनुमतियाँ हैं:
# The line goes on with the roles
rights-through = { $capability } · रोल: { $roles }
rights-if-approved = { $capability } · मंज़ूरी लेकर · रोल: { $roles }
# $scope is such as “in Alpha Team”
not-everywhere = { $role } सिर्फ़ { $scope }
field-not = अनुमति नहीं है

## Setup

set-up = सेटअप
set-up-text = नीचे के मेन्यू में चैनल और मॉडरेटर रोल चुनें। बटन से फ़ोन नंबरों का देश और इनवाइट का टेक्स्ट बदलें।
set-up-done = ✅ { $what }
set-up-not-set = ⚠️ **कुछ नहीं बदला।** { $why }
set-up-moderators = { $role } अब ग्रुप देख और बदल सकता है, लोगों को जोड़ और हटा सकता है, और इनवाइट लिंक सँभाल सकता है।
set-up-log = लॉग चैनल: { $channel }
set-up-log-gone = लॉग चैनल बंद किया गया।
set-up-approvals = मंज़ूरी चैनल: { $channel }
set-up-approvals-gone = मंज़ूरी चैनल बंद किया गया।
set-up-approvals-role = नए अनुरोधों में { $role } का ज़िक्र होगा।
set-up-approvals-role-gone = नए अनुरोधों में किसी रोल का ज़िक्र नहीं होगा।
set-up-mentions = हर नए अनुरोध में { $role } का ज़िक्र होता है।
set-up-mentions-nobody = ⚠️ **इस ज़िक्र की सूचना किसी को नहीं मिलती।** सबको इस रोल का ज़िक्र करने दें, या Usher को इस चैनल में Mention @everyone, @here, and All Roles की अनुमति दें।
set-up-role-gone = ⚠️ **इस सर्वर में ऐसा कोई रोल नहीं है।** दूसरा चुनें।
set-up-alerts = WhatsApp अकाउंट के अलर्ट में { $role } का ज़िक्र होता है।
set-up-alerts-role-gone = ⚠️ **इस सर्वर में ऐसा कोई रोल नहीं है।** बॉट के मालिक को बताएँ।
mentions-everyone = यह @everyone है
mentions-everyone-text = Usher कभी @everyone का ज़िक्र नहीं करता। दूसरा रोल चुनें। कुछ नहीं बदला।
set-up-no-sessions = इस सर्वर के लिए सेट किया गया WhatsApp अकाउंट मौजूद नहीं है। बॉट के मालिक को बताएँ।
set-up-unreadable = Usher अकाउंट नहीं पढ़ सका। { $why }
set-up-no-log = सेट नहीं है। हर बदलाव और हर मनाही का रिकॉर्ड, और WhatsApp अकाउंट डिस्कनेक्ट होने पर अलर्ट पाने के लिए चैनल चुनें।
set-up-no-approvals = सेट नहीं है। इसकी ज़रूरत तभी है, जब कुछ रोल को मंज़ूरी लेनी हो।
set-up-no-approvals-no-notices = सेट नहीं है। इसकी ज़रूरत तब है, जब कुछ रोल को मंज़ूरी लेनी हो, या शामिल होने के अनुरोधों की सूचना चाहिए।
set-up-approvals-wanted = ⚠️ **ज़रूरी है:** कुछ रोल को मंज़ूरी लेनी होती है, पर अनुरोधों के लिए कोई चैनल सेट नहीं है।
set-up-footer = और विकल्प: /wa-access grant (दूसरी अनुमतियाँ, या सिर्फ़ कुछ ग्रुप)
set-up-fixed = { $setting } (बॉट के मालिक की सेटिंग)
set-up-lacks = ⚠️ **Usher वहाँ पोस्ट नहीं कर सकता।** उसे इस चैनल में { $permissions } की अनुमति दें।
set-up-gone = ⚠️ **इस सर्वर में ऐसा कोई चैनल नहीं है।** दूसरा चुनें।
set-up-silent = Usher यह जाँच नहीं सका कि वह वहाँ पोस्ट कर सकता है या नहीं।
set-up-log-waits = ⚠️ **Discord { $since } से यहाँ Usher की एंट्री लेने से मना कर रहा है।** { $count ->
    [one] { $count } एंट्री इंतज़ार में है
   *[other] { $count } एंट्री इंतज़ार में हैं
}। मौका मिलते ही Usher इन्हें क्रम से पोस्ट करेगा।
set-up-no-roles = कोई नहीं। सिर्फ़ एडमिनिस्ट्रेटर Usher इस्तेमाल कर सकते हैं।
set-up-roles-silent = Usher Discord से रोल नहीं पढ़ सका।
set-up-all-roles = कोई नहीं। हर रोल के पास अनुमतियाँ हैं।
set-up-bare-roles = इन रोल से Usher में कोई अनुमति नहीं मिलती।
set-up-country = फ़ोन नंबरों का देश: { $country }
set-up-country-gone = अब इस सर्वर का अपना कोई देश नहीं है।
set-up-country-default = { $country } (सभी सर्वर के लिए बॉट के मालिक का डिफ़ॉल्ट)
set-up-country-meaning = बिना देश कोड वाले नंबर इसी देश के माने जाते हैं।
set-up-no-country = सेट नहीं है। Usher नहीं जान सकता कि बिना देश कोड वाला नंबर किस देश का है।
set-up-country-proposed = सुझाव: { $country }, कनेक्टेड WhatsApp अकाउंट के नंबर से।
set-up-invitation = इनवाइट में अब आपका अपना टेक्स्ट है।
set-up-invitation-gone = इनवाइट में फिर से इस सर्वर की भाषा का डिफ़ॉल्ट टेक्स्ट है।
field-accounts = WhatsApp अकाउंट
field-log-channel = लॉग चैनल
field-approvals-channel = मंज़ूरी चैनल
field-country = फ़ोन नंबरों का देश
field-invitation = WhatsApp ग्रुप का इनवाइट
field-roles-with = अनुमति वाले रोल
field-roles-without = बिना अनुमति वाले रोल
menu-moderators = किसी रोल को मॉडरेटर की अनुमतियाँ दें
menu-approvals-role = नए अनुरोधों में किस रोल का ज़िक्र हो
# A button
button-country = देश…
# A button
button-use-country = { $country } चुनें
# At most 45 characters
country-title = फ़ोन नंबरों का देश
# At most 45 characters
country-label = देश
# At most 100 characters
country-hint = जैसे BR, +55 या ब्राज़ील। इस सर्वर का अपना देश हटाने के लिए खाली छोड़ें।
# A button
button-set-invitation = इनवाइट…
# At most 45 characters
invitation-title = इनवाइट
# At most 45 characters
invitation-label = { $group } और { $link } वाला टेक्स्ट
# At most 100 characters
invitation-hint = इस सर्वर की भाषा का डिफ़ॉल्ट टेक्स्ट रखने के लिए खाली छोड़ें।

# A choice beside "all", when a role gets permissions that need approval; at most 90 characters
choice-all = यहाँ दी गई हर अनुमति

## A log channel that refuses entries

# A title
log-closed = Usher लॉग चैनल में पोस्ट नहीं कर सकता
log-closed-text = Discord { $since } से { $channel } में Usher की एंट्री लेने से मना कर रहा है। { $count ->
    [one] { $count } एंट्री इंतज़ार में है
   *[other] { $count } एंट्री इंतज़ार में हैं
}। मौका मिलते ही Usher इन्हें क्रम से पोस्ट करेगा। कोई एडमिनिस्ट्रेटर इसे ठीक कर सकता है: `/wa-setup` दिखाता है कि क्या कमी है।
