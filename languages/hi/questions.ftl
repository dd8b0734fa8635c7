### Questions before something that cannot be taken back, and longer work.

ask-leave = यह ग्रुप छोड़ें? अकाउंट सिर्फ़ इनवाइट लिंक से वापस आ सकेगा, और इस ग्रुप को सँभाल नहीं पाएगा।
ask-leave-yes = छोड़ें
ask-delete = यह ग्रुप सभी सदस्यों के लिए डिलीट करें? इसे वापस नहीं लाया जा सकता। आपसे ग्रुप का नाम लिखने को कहा जाएगा।
ask-delete-nameless = इस ग्रुप को सभी सदस्यों के लिए डिलीट करें? इसे वापस नहीं लाया जा सकता। ग्रुप का कोई दिखने वाला नाम नहीं है, इसलिए आपसे इसकी ID लिखने को कहा जाएगा।
ask-delete-yes = डिलीट करें…
ask-remove = इस ग्रुप से { $count ->
    [one] { $count } व्यक्ति
   *[other] { $count } लोगों
} को हटाएँ?
ask-remove-yes = हटाएँ
ask-revoke = इनवाइट लिंक रद्द करें? मौजूदा लिंक जहाँ भी शेयर हुआ है, तुरंत काम करना बंद कर देगा, और नया लिंक बनेगा।
ask-revoke-yes = लिंक रद्द करें
ask-other = आगे बढ़ें?
ask-other-yes = आगे बढ़ें
ask-seconds = 60 सेकंड तक मान्य।

# Title of a window; at most 45 characters
delete-title = यह ग्रुप डिलीट करें?
# At most 45 characters
delete-field = डिलीट करने के लिए ग्रुप का नाम लिखें
# At most 45 characters
delete-field-id = डिलीट करने के लिए ग्रुप की ID लिखें
cancelled = रद्द किया गया
not-confirmed = समय पर पुष्टि नहीं हुई
not-confirmed-text = कुछ नहीं बदला गया। अब भी करना हो तो कमांड फिर से चलाएँ।

working = काम चल रहा है…
working-far = काम चल रहा है: { $all } में से { $answered } रिक्वेस्ट पूरी हुईं।
working-api-pause = ग्रुप API थोड़ा रुकने को कह रहा है; काम { $time } पर अपने आप आगे बढ़ेगा।
working-slowly = यह अकाउंट एक दिन में जितने लोगों को जोड़ सकता है, उनमें से कम ही बचे हैं, इसलिए Usher धीरे चल रहा है। काम { $time } पर आगे बढ़ेगा।
