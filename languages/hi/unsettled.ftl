### ऐसे बदलाव जिनका जवाब खो गया: उनके बारे में क्या पता है, और आगे क्या हो सकता है।

settling = Usher को WhatsApp सेवा से साफ़ जवाब नहीं मिला। Usher ज़्यादा से ज़्यादा { $time } तक जाँच रहा है कि बदलाव हुआ या नहीं।
settling-restarted = यह काम चलते समय Usher फिर से शुरू हुआ। वह ज़्यादा से ज़्यादा { $time } तक जाँच रहा है कि बदलाव हुआ या नहीं।
unconfirmed = पुष्टि नहीं हुई
unconfirmed-asked = आपने कहा था: { $wish }।
unconfirmed-unchanged = Usher को WhatsApp सेवा से साफ़ जवाब नहीं मिला। { $seconds ->
    [one] { $seconds } सेकंड
   *[other] { $seconds } सेकंड
} बाद तक बदलाव नहीं दिखा, पर वह अब भी हो सकता है।
unconfirmed-unclear = Usher को WhatsApp सेवा से साफ़ जवाब नहीं मिला। ग्रुप में न पुरानी स्थिति दिखती है, न वह जो आपने माँगा था; शायद बीच में कोई और बदलाव हुआ।
unconfirmed-candidates = Usher को WhatsApp सेवा से साफ़ जवाब नहीं मिला। इनमें से कोई ग्रुप नया हो सकता है; Usher नहीं बता सकता कि कौन-सा:
unconfirmed-not-shown = Usher को WhatsApp सेवा से साफ़ जवाब नहीं मिला, और वह सेवा ग्रुप की तस्वीर नहीं दिखाती। कमांड दोबारा चलाने से पहले WhatsApp में ग्रुप देखें।
unconfirmed-unreadable = Usher को WhatsApp सेवा से साफ़ जवाब नहीं मिला, और Usher उसके बाद ग्रुप नहीं देख सका। हो सकता है बदलाव हो चुका हो, या अब भी हो।
unconfirmed-unknown = Usher को WhatsApp सेवा से साफ़ जवाब नहीं मिला। हो सकता है बदलाव हो चुका हो, या अब भी हो।
unconfirmed-watched = Usher एक घंटे तक फिर देखता है और हो जाए तो आपको बताता है। कमांड दोबारा चलाने से पहले ग्रुप देखें।
unconfirmed-checked = पिछली जाँच { $time }।
button-check-again = फिर जाँचें
confirmed-late = इसे बिना पुष्टि का बताया गया था। आख़िर यह हो गया।
confirmed-late-to = { $who }, इसे बिना पुष्टि का बताया गया था। आख़िर यह हो गया।
check-over = यह पहले ही साफ़ हो चुका है। `/wa-audit show` दिखाता है कि क्या हुआ।
check-failed = Usher अभी अपना भंडार नहीं पढ़ सका और उसने कुछ नहीं देखा। एक मिनट बाद फिर दबाएँ।
case-confirmed = अब पुष्टि हुई, पहले इसे बिना पुष्टि का बताया गया था: { $deed }
repeats-unsettled = **यही बदलाव { $time } माँगा गया था और अभी उसकी पुष्टि नहीं हुई।** आगे बढ़ने पर यह दो बार हो सकता है।
repeats-yes = फिर भी आगे बढ़ें
still-unsettled = अभी साफ़ नहीं
still-unsettled-text = यही बदलाव { $time } माँगा गया था, और Usher अब भी जाँच रहा है कि वह हुआ या नहीं। अभी कुछ नहीं बदला गया, और अनुरोध खुला है।
api-error = WhatsApp सेवा विफल रही
api-error-text = WhatsApp सेवा ने त्रुटि बताई, और बदलाव नहीं दिखता।
not-sent-text = इसे भेजने से पहले Usher रुक गया। कुछ नहीं बदला गया। अगर अब भी चाहिए, तो कमांड फिर चलाएँ।
name-unchanged = ग्रुप का नाम पहले से यही है। कुछ नहीं बदला गया।
description-unchanged = ग्रुप का विवरण पहले से यही है। कुछ नहीं बदला गया।
created-description-unconfirmed = विवरण लगने की पुष्टि नहीं हुई। ग्रुप देखें।
created-picture-unconfirmed = तस्वीर लगने की पुष्टि नहीं हुई। WhatsApp में ग्रुप देखें।
