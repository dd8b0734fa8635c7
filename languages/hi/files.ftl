### People by file, pictures, QR codes, pages, and what is attached to an answer.

## People by file

bad-file = यह फ़ाइल पढ़ी नहीं जा सकती
file-too-large = यह फ़ाइल बहुत बड़ी है (सीमा { $max } MB)। कुछ नहीं बदला।
file-too-many = यह लिस्ट बहुत लंबी है (सीमा { $max } लोग)। कुछ नहीं बदला।
file-too-many-cells = यह फ़ाइल बहुत बड़ी है (सीमा { $rows } पंक्तियाँ, { $columns } कॉलम और { $cells } सेल)। कुछ नहीं बदला।
file-too-slow = इस फ़ाइल को पढ़ने में बहुत समय लगा, इसलिए Usher रुक गया। कुछ नहीं बदला। छोटी फ़ाइल अटैच करें।
file-not-downloaded = Usher फ़ाइल डाउनलोड नहीं कर सका। कुछ नहीं बदला। इसे फिर से अटैच करें।
# In a list of bad entries of a file
file-line = लाइन { $line }
# Titles of the columns of an attached table
column-line = लाइन
column-phone = फ़ोन नंबर
column-name = नाम
column-reason = वजह
column-link = लिंक
column-how = कैसे पढ़ा गया
column-country = देश
column-result = नतीजा

## Longer work

# Followed by a bar
working-people = { $all ->
    [one] { $all } व्यक्ति
   *[other] { $all } लोगों
} में से { $done }
working-left = लगभग { $minutes ->
    [one] { $minutes } मिनट
   *[other] { $minutes } मिनट
} बाकी
working-left-little = एक मिनट से कम बाकी
button-stop = रोकें
# Titles of the answers to the button
stopping-title = रोका जा रहा है
stop-gone-title = रोकने को कुछ नहीं
stopping = मौजूदा चरण के बाद Usher रुक जाएगा। जो हो चुका है, वह वैसा ही रहेगा।
stop-gone = यह काम पूरा हो चुका है, या इस सर्वर में इस नंबर का कोई काम नहीं है।
stopped-by = { $who } ने पूरा होने से पहले इसे रोक दिया। बाकी काम के लिए यही कमांड फिर से चलाएँ।
stopped-not-allowed = Usher काम पूरा होने से पहले रुक गया: जिसने इसे शुरू किया था, उसके पास अब यहाँ अनुमति नहीं है।
stopped-not-a-member = Usher काम पूरा होने से पहले रुक गया: जिसने इसे शुरू किया था, उसने यह सर्वर छोड़ दिया है।
stopped-no-server = Usher काम पूरा होने से पहले रुक गया: Usher अब इस सर्वर में नहीं है।
stopped-unknown = Usher काम पूरा होने से पहले रुक गया: 10 मिनट तक वह जाँच नहीं सका कि जिसने इसे शुरू किया था, उसके पास अब भी अनुमति है या नहीं।
stopped-account-lost = Usher काम पूरा होने से पहले रुक गया: WhatsApp अकाउंट अब कनेक्टेड नहीं है। वजह `/wa-session list` में दिखती है। उसके कनेक्ट होने पर यही कमांड फिर से चलाएँ।
report-attached = पूरे नतीजे अटैच की गई फ़ाइल में हैं।
not-added-attached = `{ $file }` में वे लोग हैं जो नहीं जुड़े। आप इसे ऐसे ही `/wa-group members add` में अटैच कर सकते हैं।

## Those who must be invited

button-invitation = इनवाइट मैसेज लें
invitation-copy = इसे कॉपी करें और उन्हें WhatsApp पर भेजें:
invitation-links = या कोई नंबर चुनें: WhatsApp उस व्यक्ति के लिए मैसेज के साथ खुलता है।
invitation-more = अटैच की गई फ़ाइल में सभी { $count } लोगों के लिंक हैं।
invitation-without-number = { $count ->
    [one] { $count } व्यक्ति का फ़ोन नंबर नहीं दिखता, इसलिए उनके लिए कोई लिंक नहीं है।
   *[other] { $count } लोगों का फ़ोन नंबर नहीं दिखता, इसलिए उनके लिए कोई लिंक नहीं है।
}
# What is sent to people in WhatsApp. No bold here.
invitation = नमस्ते! हमारे WhatsApp ग्रुप { $group } में इस लिंक से शामिल हों: { $link }

## Pictures

bad-picture = यह फ़ोटो इस्तेमाल नहीं हो सकती
picture-too-large = यह फ़ोटो बहुत बड़ी है (सीमा { $max } MB)। कुछ नहीं बदला।
picture-too-many-pixels = यह फ़ोटो बहुत बड़ी है: { $width } × { $height } पिक्सेल। कुछ नहीं बदला। ज़्यादा से ज़्यादा { $max } मेगापिक्सेल की फ़ोटो लें।
picture-unreadable = Usher यह फ़ोटो नहीं पढ़ सकता। कुछ नहीं बदला। PNG, JPEG, WebP या GIF लें।
picture-cut-off = यह फ़ोटो अधूरी है: फ़ाइल बीच में ही खत्म हो जाती है। कुछ नहीं बदला। इसे फिर से सेव या डाउनलोड करें, फिर पूरी फ़ाइल अटैच करें।
picture-too-slow = इस फ़ोटो को पढ़ने में बहुत समय लगा, इसलिए Usher रुक गया। कुछ नहीं बदला। छोटी फ़ोटो अटैच करें।
picture-either = `image` या `url` में से एक ही दें, दोनों नहीं। कुछ नहीं बदला।
created-no-picture = फ़ोटो नहीं लगी। `/wa-group picture` चलाकर देखें।
# Read out to those who cannot see it
picture-alt = ग्रुप की नई फ़ोटो
qr-alt = इनवाइट लिंक का QR कोड
qr-hint = शामिल होने के लिए QR कोड स्कैन करें।

## Pages

button-first = पहला
button-previous = पिछला
button-next = अगला
button-last = आखिरी
page = पेज { $page } / { $pages }
pages-old = बटन का समय खत्म
pages-old-text = ये बटन 15 मिनट तक काम करते हैं। कमांड फिर से चलाएँ।

## Descriptions

# Title of a window; at most 45 characters with a name of 25
describe-title = { $group } का विवरण
# At most 45 characters
describe-field = विवरण
describe-ready = तैयार है। विवरण बदलने के लिए **बदलें…** दबाएँ।
button-edit = बदलें…
field-your-text = आपका टेक्स्ट

## Invites in messages, members as a file

no-invite = इनवाइट लिंक नहीं मिला
no-invite-text = इस मैसेज में कोई WhatsApp इनवाइट लिंक नहीं है।
# Below the preview of the first of them
several-invites = इस मैसेज में { $count } अलग-अलग इनवाइट लिंक हैं। यह पहला है: { $link }
button-join = शामिल हों
members-exported = { $count ->
    [one] { $count } सदस्य एक्सपोर्ट हुआ
   *[other] { $count } सदस्य एक्सपोर्ट हुए
}। फ़ाइल में फ़ोन नंबर हैं; इसे सिर्फ़ उन्हीं को दें जिन्हें ये देखने की इजाज़त है।
deed-members-exported = { $who } ने सदस्यों की लिस्ट एक्सपोर्ट की।
wish-members-export = इस ग्रुप के सदस्यों की लिस्ट एक्सपोर्ट करना
wish-picture-file = इस ग्रुप की फ़ोटो बदलना
wish-with-picture = { $wish }, फ़ोटो के साथ
