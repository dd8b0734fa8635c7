not-offered = यहाँ उपलब्ध नहीं
not-offered-delete = इस सर्वर की WhatsApp सेवा ग्रुप नहीं हटा सकती।
not-offered-delete-next = Usher ग्रुप छोड़ सकता है: `/wa-group leave`।
not-offered-no-description = इस सर्वर की WhatsApp सेवा विवरण नहीं हटा सकती।
not-offered-no-description-next = इसकी जगह नया विवरण लिखें।
not-offered-picture = WhatsApp सेवा का यह वर्शन तस्वीर नहीं लगा सकता।
not-offered-update = बॉट के मालिक से इसे अपडेट करने को कहें।
not-offered-picture-url = इस सर्वर की WhatsApp सेवा तस्वीर का लिंक इस्तेमाल नहीं कर सकती।
not-offered-picture-url-next = तस्वीर को `image` विकल्प से जोड़ें।
not-offered-empty = इस सर्वर की WhatsApp सेवा बिना सदस्यों वाला ग्रुप नहीं बना सकती।
not-offered-empty-next = `members` विकल्प से कम से कम एक व्यक्ति जोड़ें।
not-offered-lid = इस सर्वर की WhatsApp सेवा लोगों को सिर्फ़ फ़ोन नंबर से जानती है, और इनमें से किसी का नंबर छिपा है।
not-offered-code = इस सर्वर की WhatsApp सेवा इस तरह का इनवाइट लिंक इस्तेमाल नहीं कर सकती।
not-offered-people = इस सर्वर की WhatsApp सेवा एक बार में { $max } से ज़्यादा लोगों वाला ग्रुप नहीं बना सकती।
not-offered-people-next = इसे कम लोगों के साथ बनाएँ और बाकी लोगों को `/wa-group members add` से जोड़ें।
not-offered-name = यह नाम इस सर्वर की WhatsApp सेवा के लिए बहुत लंबा है: ज़्यादा से ज़्यादा { $max } बाइट। हिन्दी के अक्षर और इमोजी एक से ज़्यादा बार गिने जाते हैं।
not-offered-long-description = यह विवरण इस सर्वर की WhatsApp सेवा के लिए बहुत लंबा है: ज़्यादा से ज़्यादा { $max } अक्षर।
not-offered-settings = इस सर्वर की WhatsApp सेवा ग्रुप की सेटिंग न दिखा सकती है, न बदल सकती है।
not-offered-writers = इस सर्वर की WhatsApp सेवा यह नहीं बदल सकती कि मैसेज कौन भेज सकता है।
not-offered-editors = इस सर्वर की WhatsApp सेवा यह नहीं बदल सकती कि ग्रुप में बदलाव कौन कर सकता है।
not-offered-adders = इस सर्वर की WhatsApp सेवा यह नहीं बदल सकती कि सदस्य कौन जोड़ सकता है।
not-offered-join-approval = इस सर्वर की WhatsApp सेवा यह नहीं बदल सकती कि शामिल होने के लिए एडमिन की मंज़ूरी चाहिए या नहीं।
not-offered-join-requests = इस सर्वर की WhatsApp सेवा शामिल होने के अनुरोध न देख सकती है, न उन पर फ़ैसला कर सकती है।
not-offered-in-whatsapp = ग्रुप का कोई एडमिन यह WhatsApp में कर सकता है।
not-offered-other = इस सर्वर की WhatsApp सेवा यह नहीं कर सकती।

## The service in /wa-setup

field-provider = WhatsApp सेवा
# A list follows: what the WhatsApp service can't do
set-up-lacking = इससे ये काम नहीं होते:
lack-delete = ग्रुप मिटाना
lack-remove-description = विवरण हटाना
lack-picture = तस्वीर लगाना
lack-picture-url = तस्वीर के लिंक
lack-empty-group = बिना सदस्यों के ग्रुप
lack-hidden-numbers = नंबर छिपाने वाले सदस्यों में बदलाव
lack-unusual-links = असामान्य इनवाइट लिंक
lack-settings = ग्रुप की सेटिंग
lack-writers = यह बदलना कि मैसेज कौन भेजे
lack-editors = यह बदलना कि ग्रुप में बदलाव कौन करे
lack-adders = यह बदलना कि सदस्य कौन जोड़े
lack-join-approval = यह बदलना कि शामिल होने पर मंज़ूरी चाहिए या नहीं
lack-join-requests = शामिल होने के अनुरोध
lack-large-groups = एक साथ { $max } से ज़्यादा लोगों वाले नए ग्रुप
lack-long-names = { $max } बाइट से लंबे ग्रुप के नाम
lack-long-descriptions = { $max } अक्षरों से लंबे विवरण
lack-other = कुछ दूसरे काम
