### Changes whose answer was lost: what is known of them, and what may still happen.

settling = Usher को WhatsApp सेवा से साफ़ जवाब नहीं मिला, और वह जाँच रहा है कि बदलाव हुआ या नहीं। जाँच की आखिरी सीमा: { $time }।
settling-restarted = इस कमांड के दौरान Usher रीस्टार्ट हुआ, और वह जाँच रहा है कि बदलाव हुआ या नहीं। जाँच की आखिरी सीमा: { $time }।
unconfirmed = पुष्टि नहीं हुई
unconfirmed-asked = आपने यह माँगा था: { $wish }।
unconfirmed-unchanged = Usher को WhatsApp सेवा से साफ़ जवाब नहीं मिला। { $seconds ->
    [one] { $seconds } सेकंड
   *[other] { $seconds } सेकंड
} बाद बदलाव नहीं दिखा, पर वह अब भी हो सकता है।
unconfirmed-unclear = Usher को WhatsApp सेवा से साफ़ जवाब नहीं मिला। ग्रुप में न पुरानी स्थिति दिखती है, न वह जो आपने माँगा था, इसलिए शायद बीच में कोई और बदलाव हुआ।
unconfirmed-candidates = Usher को WhatsApp सेवा से साफ़ जवाब नहीं मिला। इनमें से कोई ग्रुप नया हो सकता है; Usher नहीं बता सकता कि कौन-सा:
unconfirmed-not-shown = Usher को WhatsApp सेवा से साफ़ जवाब नहीं मिला, और वह ग्रुप की फ़ोटो नहीं दिखाती। कमांड फिर से चलाने से पहले WhatsApp में ग्रुप देखें।
unconfirmed-unreadable = Usher को WhatsApp सेवा से साफ़ जवाब नहीं मिला, और उसके बाद वह ग्रुप नहीं जाँच सका। हो सकता है बदलाव हो चुका हो, या अब भी हो जाए।
unconfirmed-unknown = Usher को WhatsApp सेवा से साफ़ जवाब नहीं मिला। हो सकता है बदलाव हो चुका हो, या अब भी हो जाए।
unconfirmed-watched = Usher एक घंटे तक जाँचता रहेगा और बदलाव होने पर आपको सूचना देगा। कमांड फिर से चलाने से पहले ग्रुप देखें।
unconfirmed-checked = पिछली जाँच: { $time }।
button-check-again = फिर जाँचें
confirmed-late = Usher ने बताया था कि इसकी पुष्टि नहीं हुई। आखिर यह हो गया।
confirmed-late-to = { $who }, Usher ने बताया था कि इसकी पुष्टि नहीं हुई। आखिर यह हो गया।
check-over-title = नतीजा आ चुका है
check-over = जाँचने को कुछ बाकी नहीं है। नतीजा `/wa-audit show` में है।
check-failed-title = जाँच नहीं हुई
check-failed = Usher अभी अपना डेटा नहीं पढ़ सकता, इसलिए उसने कुछ नहीं जाँचा। एक मिनट में फिर से दबाएँ।
case-confirmed = बाद में पुष्टि हुई: { $deed }
repeats-unsettled = **यही बदलाव { $time } माँगा गया था और अब तक उसकी पुष्टि नहीं हुई।** आगे बढ़ने पर यह दो बार हो सकता है।
repeats-yes = फिर भी आगे बढ़ें
still-unsettled = अब तक पुष्टि नहीं हुई
still-unsettled-text = यही बदलाव { $time } माँगा गया था, और Usher अब भी जाँच रहा है कि वह हुआ या नहीं। इस बार दबाने से कुछ नहीं बदला, और अनुरोध खुला है।
api-error = WhatsApp सेवा नाकाम रही
api-error-text = WhatsApp सेवा ने एरर बताया, और बदलाव नहीं दिखता।
not-sent-text = इसे भेजने से पहले Usher रीस्टार्ट हो गया। कुछ नहीं बदला। अब भी करना हो, तो कमांड फिर से चलाएँ।
name-unchanged = ग्रुप का नाम पहले से यही है। कुछ नहीं बदला।
description-unchanged = ग्रुप का विवरण पहले से यही है। कुछ नहीं बदला।
created-description-unconfirmed = पुष्टि नहीं हुई: हो सकता है विवरण न लगा हो। ग्रुप देखें।
created-picture-unconfirmed = पुष्टि नहीं हुई: हो सकता है फ़ोटो न लगी हो। WhatsApp में ग्रुप देखें।
