### Settings of a group, and requests to join it.

setting-writers-everyone = हर कोई मैसेज भेज सकता है।
setting-writers-admins = सिर्फ़ एडमिन मैसेज भेज सकते हैं।
setting-editors-everyone = हर कोई नाम, तस्वीर और विवरण बदल सकता है।
setting-editors-admins = सिर्फ़ एडमिन नाम, तस्वीर और विवरण बदल सकते हैं।
setting-adders-everyone = हर कोई सदस्य जोड़ सकता है।
setting-adders-admins = सिर्फ़ एडमिन सदस्य जोड़ सकते हैं।
setting-approval-on = लिंक से शामिल होने वालों को एडमिन की मंज़ूरी चाहिए।
setting-approval-off = लिंक वाला कोई भी बिना मंज़ूरी शामिल हो सकता है।
setting-changed = बदला गया
setting-was-so = पहले से ऐसा था
setting-not-changed = नहीं बदला
setting-unconfirmed = पुष्टि नहीं हुई। कमांड दोबारा चलाने से पहले सेटिंग जाँचें
settings-unknown = WhatsApp सेवा ने इस ग्रुप की सेटिंग नहीं बताई।
in-community = एक कम्युनिटी का हिस्सा है
# Values of the options of a command
choice-everyone = हर कोई
choice-admins = सिर्फ़ एडमिन
choice-approval-on = एडमिन मंज़ूरी दे
choice-approval-off = बिना मंज़ूरी

## Requests to join

join-requests-count = { $count ->
    [one] { $count } व्यक्ति शामिल होना चाहता है
   *[other] { $count } लोग शामिल होना चाहते हैं
}
join-requests-none = अभी कोई शामिल होना नहीं चाहता।
join-requests-not-needed = कोई अनुरोध नहीं: लिंक वाला कोई भी बिना मंज़ूरी शामिल हो सकता है।
menu-approve = मंज़ूर करें…
menu-decline = अस्वीकार करें…
button-approve-all = सबको मंज़ूर करें
button-decline-all = सबको अस्वीकार करें
button-join-requests = अनुरोध दिखाएँ
join-notice-as-of = { $when } की स्थिति।
join-notice-replaced = नए संदेश में मौजूदा संख्या है।
join-notice-unreachable = Usher अब इस ग्रुप के अनुरोध नहीं देख सकता।
# What became of a request; the people follow
request-result-approved = अब ग्रुप में
request-result-declined = अस्वीकार किया
request-result-not-asking = शामिल होने का अनुरोध नहीं किया
request-result-not-in = अनुरोध अब नहीं है, पर नंबर सदस्य सूची में नहीं है। सदस्य सूची जाँचें
request-result-still-asking = WhatsApp ने यह नहीं किया; अनुरोध अब भी खुला है
request-result-unconfirmed = पुष्टि नहीं हुई। कमांड दोबारा चलाने से पहले अनुरोध जाँचें
