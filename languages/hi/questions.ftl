### Questions before something that cannot be undone, and longer work.

ask-leave = यह ग्रुप छोड़ें? Usher इसे और नहीं सँभाल पाएगा, और वापस आने के लिए इनवाइट लिंक चाहिए होगा।
ask-leave-yes = छोड़ें
ask-delete = यह ग्रुप सभी सदस्यों के लिए डिलीट करें? इसे वापस नहीं किया जा सकता। Usher आपसे ग्रुप का नाम लिखने को कहेगा।
ask-delete-nameless = यह ग्रुप सभी सदस्यों के लिए डिलीट करें? इसे वापस नहीं किया जा सकता। ग्रुप का कोई दिखने वाला नाम नहीं है, इसलिए Usher आपसे इसकी ID लिखने को कहेगा।
ask-delete-yes = डिलीट करें…
ask-remove = इस ग्रुप से { $count ->
    [one] { $count } व्यक्ति
   *[other] { $count } लोगों
} को हटाएँ?
ask-remove-yes = हटाएँ
ask-approve = { $count ->
    [one] { $count } व्यक्ति को इस ग्रुप में शामिल होने दें?
   *[other] { $count } लोगों को इस ग्रुप में शामिल होने दें?
}
ask-approve-yes = मंज़ूर करें
ask-decline = { $count ->
    [one] { $count } व्यक्ति का शामिल होने का अनुरोध अस्वीकार करें?
   *[other] { $count } लोगों के शामिल होने के अनुरोध अस्वीकार करें?
}
ask-decline-yes = अस्वीकार करें
ask-hidden = { $count ->
    [one] { $count } और व्यक्ति ने अनुरोध किया है, पर उसका नंबर छिपा है। उसका फ़ैसला WhatsApp में करें।
   *[other] { $count } और लोगों ने अनुरोध किया है, पर उनके नंबर छिपे हैं। उनका फ़ैसला WhatsApp में करें।
}
ask-revoke = इनवाइट लिंक रीसेट करें? मौजूदा लिंक हर जगह काम करना बंद कर देगा। आपको नया लिंक मिलेगा।
ask-revoke-yes = रीसेट करें
ask-other = आगे बढ़ें?
ask-other-yes = आगे बढ़ें

# Title of a window; at most 45 characters with a name of 25
delete-title = { $group } को डिलीट करें
# At most 45 characters
delete-field = पुष्टि के लिए ग्रुप का नाम लिखें
# At most 45 characters
delete-field-id = पुष्टि के लिए ग्रुप की ID लिखें
cancelled = रद्द किया गया
not-confirmed = समय खत्म
not-confirmed-text = आपने समय पर पुष्टि नहीं की। कुछ नहीं बदला। अब भी करना हो, तो कमांड फिर से चलाएँ: { $wish }।

working = काम चल रहा है…
working-far = काम चल रहा है… { $all } में से { $answered } चरण पूरे
working-api-pause = WhatsApp ने रोका है। { $time } अपने आप आगे बढ़ेगा।
working-slowly = रोज़ की सीमा पास है, इसलिए Usher धीमा चल रहा है। { $time } आगे बढ़ेगा।
