### Rights of roles, and the set-up of a server.

granted = अनुमति दी गई
granted-held = { $role } को अब ये अधिकार हैं: { $rights }{ $scope }
granted-asked = मंज़ूरी वही दे सकते हैं जिनके पास ये अधिकार हैं: { $role } अब मंज़ूरी लेकर ये इस्तेमाल कर सकते हैं: { $rights }{ $scope }
granted-no-effect = किसी एक ग्रुप में { $capabilities } का कोई असर नहीं होता: यह उन ग्रुप के लिए है जो अभी बने ही नहीं हैं।
granted-footer = यह तुरंत लागू है।
revoked = अनुमति वापस ली गई
revoked-lost = { $role } के पास अब ये अधिकार नहीं हैं: { $rights }
revoked-footer = यह तुरंत लागू है। एडमिनिस्ट्रेटर के सभी अधिकार बने रहते हैं।
# Rights that one has only if somebody approves, in a list
rights-by-approval = मंज़ूरी लेकर { $rights }
# Follows rights
in-group = ({ $group } में)
in-session = (सेशन { $session } में)

grants = अनुमतियाँ
grants-none = यहाँ किसी रोल के पास कोई अनुमति नहीं है। एडमिनिस्ट्रेटर सब कुछ कर सकते हैं, और बाकी लोग कुछ नहीं।
grants-narrow = … और { $more } अन्य। `role` विकल्प से लिस्ट छोटी कर सकते हैं।
grants-footer = “फ़ाइल”: बॉट चलाने वाले की दी हुई, यहाँ नहीं बदली जा सकती। एडमिनिस्ट्रेटर सब कुछ कर सकते हैं।
grant-may-ask = सिर्फ़ मंज़ूरी लेकर: { $rights }
grant-of-file = फ़ाइल
grant-of-discord = Discord

rights-of = क्या-क्या कर सकते हैं?
rights-of-administrator = { $who } इस सर्वर के एडमिनिस्ट्रेटर हैं, इसलिए सब कुछ कर सकते हैं।
rights-of-nobody = { $who } यहाँ कुछ नहीं कर सकते।
rights-of-somebody = { $who } के अधिकार:
rights-through = { $capability }, { $roles } के ज़रिए
rights-if-approved = { $capability }, किसी की मंज़ूरी मिलने पर, { $roles } के ज़रिए
not-everywhere = { $role } (हर जगह नहीं)
field-not = ये नहीं

## Set-up

set-up = इस सर्वर का सेटअप
set-up-text = यहाँ क्या सेट है और क्या बाकी है। नीचे के मेन्यू और बटन से सेट करें।
set-up-done = **हो गया:** { $what }
set-up-not-set = **सेट नहीं हुआ:** { $why }
set-up-moderators = { $role } अब मॉडरेटर का रोल है।
set-up-log = { $channel } अब लॉग चैनल है।
set-up-log-gone = अब कोई लॉग चैनल नहीं है।
set-up-approvals = { $channel } अब मंज़ूरी का चैनल है।
set-up-approvals-gone = अब मंज़ूरी का कोई चैनल नहीं है।
set-up-no-sessions = ग्रुप API इस सर्वर के किसी भी सेशन को नहीं जानता। बॉट चलाने वाले को कॉन्फ़िगरेशन देखना होगा।
set-up-unreadable = पढ़ा नहीं जा सका: { $why }
set-up-no-log = सेट नहीं है। बदलाव और मनाही की जानकारी सिर्फ़ उसी को मिलती है जिसने कमांड चलाई।
set-up-no-approvals = सेट नहीं है। इसकी ज़रूरत तब होगी जब किसी को कुछ काम सिर्फ़ मंज़ूरी लेकर करने की अनुमति हो।
set-up-approvals-wanted = **सेट नहीं है, पर ज़रूरी है:** कुछ रोल कुछ काम सिर्फ़ मंज़ूरी लेकर कर सकते हैं, और मंज़ूरी माँगने की कोई जगह नहीं है।
set-up-footer = /wa-access grant से रोल को दूसरे अधिकार दें, चाहें तो सिर्फ़ कुछ ग्रुप के लिए।
set-up-fixed = { $setting } (बॉट चलाने वाले ने तय किया है)
set-up-lacks = **Usher वहाँ लिख नहीं सकता।** ये परमिशन नहीं हैं: { $permissions }। चैनल की परमिशन बदलें।
set-up-gone = **यह चैनल अब नहीं है।**
set-up-silent = Discord ने नहीं बताया कि Usher वहाँ लिख सकता है या नहीं।
set-up-log-waits = **Discord { $since } से यहाँ Usher की प्रविष्टियाँ अस्वीकार कर रहा है।** { $count ->
    [one] { $count } प्रविष्टि इंतज़ार कर रही है
   *[other] { $count } प्रविष्टियाँ इंतज़ार कर रही हैं
}। Usher इन्हें सँभालकर रखता है और संभव होते ही क्रम से भेजता है।
set-up-no-roles = कोई नहीं: सिर्फ़ एडमिनिस्ट्रेटर Usher का इस्तेमाल कर सकते हैं।
set-up-roles-silent = Discord ने नहीं बताया कि कौन-कौन से रोल हैं।
set-up-all-roles = कोई नहीं: हर रोल के पास कोई न कोई अनुमति है।
set-up-bare-roles = ये कुछ नहीं कर सकते, इसलिए इनके लिए यहाँ कुछ ज़रूरी नहीं है।
set-up-country = बिना देश कोड वाले नंबर अब { $country } के नंबर माने जाते हैं।
set-up-country-gone = अब इस सर्वर का अपना कोई देश नहीं है।
set-up-country-default = { $country } (बॉट चलाने वाले ने सभी सर्वर के लिए तय किया है)
set-up-country-meaning = बिना देश कोड वाले नंबर इसी देश के नंबर माने जाते हैं।
set-up-no-country = सेट नहीं है। Usher नहीं जान सकता कि बिना देश कोड वाला नंबर किस देश का है।
set-up-country-proposed = सुझाव: { $country }, कनेक्ट किए हुए WhatsApp अकाउंट के नंबर के अनुसार।
set-up-invitation = न्योतों में अब आपका अपना टेक्स्ट है।
set-up-invitation-gone = न्योतों में अब इस सर्वर की भाषा का टेक्स्ट है।
field-accounts = WhatsApp अकाउंट
field-log-channel = लॉग चैनल
field-approvals-channel = मंज़ूरी का चैनल
field-country = फ़ोन नंबरों का देश
field-invitation = WhatsApp ग्रुप का न्योता
field-roles-with = अनुमति वाले रोल
field-roles-without = बिना अनुमति वाले रोल
menu-moderators = किसी रोल को मॉडरेटर बनाएँ
# A button
button-country = देश…
# A button
button-use-country = { $country } चुनें
# At most 45 characters
country-title = फ़ोन नंबरों का देश
# At most 45 characters
country-label = देश
# At most 100 characters
country-hint = BR, +55 या ब्राज़ील। खाली: अपना कोई देश नहीं।
# A button
button-set-invitation = न्योता…
# At most 45 characters
invitation-title = न्योता
# At most 45 characters
invitation-label = { $group } और { $link } वाला टेक्स्ट
# At most 100 characters
invitation-hint = खाली: इस सर्वर की भाषा का टेक्स्ट

# A choice beside "all", when a role is given rights that need approval; at most 90 characters
choice-all = इस अनुमति के सभी अधिकार

## A log channel that refuses entries

# A title
log-closed = Usher लॉग चैनल में नहीं लिख सकता
log-closed-text = Discord { $since } से { $channel } में Usher की प्रविष्टियाँ अस्वीकार कर रहा है। { $count ->
    [one] { $count } प्रविष्टि इंतज़ार कर रही है
   *[other] { $count } प्रविष्टियाँ इंतज़ार कर रही हैं
}। Usher इन्हें सँभालकर रखता है और संभव होते ही क्रम से भेजता है। कोई एडमिनिस्ट्रेटर चैनल या उसकी अनुमतियाँ बदल सकता है: `/wa-setup` दिखाता है कि क्या कमी है।
