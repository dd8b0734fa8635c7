### People by file, pictures, QR codes, pages, and what is attached to an answer.

## People by file

bad-file = यह फ़ाइल नहीं चलेगी
file-too-large = फ़ाइल ज़्यादा से ज़्यादा { $max } MiB की हो सकती है। कुछ नहीं भेजा गया।
file-too-many = एक लिस्ट में ज़्यादा से ज़्यादा { $max } लोग हो सकते हैं। कुछ नहीं भेजा गया।
file-too-many-cells = फ़ाइल में ज़्यादा से ज़्यादा { $rows } पंक्तियाँ, { $columns } कॉलम और { $cells } सेल हो सकते हैं। कुछ नहीं बदला गया।
file-too-slow = इस फ़ाइल को पढ़ने में बहुत समय लगा, इसलिए Usher रुक गया। छोटी फ़ाइल जोड़ें। कुछ नहीं बदला गया।
file-not-downloaded = Usher को Discord से फ़ाइल नहीं मिली। इसे फिर से अटैच करें। कुछ नहीं भेजा गया।
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
working-left = { $left } बाकी
working-speed = { $speed } प्रति मिनट
button-stop = रोकें
stopping = जो रिक्वेस्ट चल रही है, उसका जवाब आते ही काम रुक जाएगा। तब तक जो ग्रुप में आ चुके होंगे, वे ग्रुप में रहेंगे।
stop-gone = यह काम पूरा हो चुका है, या यहाँ इस नंबर का कोई काम नहीं है। कुछ नहीं रोका गया।
stopped-by = { $who } ने काम पूरा होने से पहले इसे रोक दिया। यही कमांड बाकी काम कर देगी।
stopped-not-allowed = Usher ने काम पूरा होने से पहले इसे रोक दिया: जिसने इसे कहा था, उसे यहाँ अब इसकी इजाज़त नहीं है।
stopped-not-a-member = Usher ने काम पूरा होने से पहले इसे रोक दिया: जिसने इसे कहा था, वह इस सर्वर से जा चुका है।
stopped-no-server = Usher ने काम पूरा होने से पहले इसे रोक दिया: Usher अब इस सर्वर में नहीं है।
stopped-unknown = Usher ने काम पूरा होने से पहले इसे रोक दिया: 10 मिनट तक यह पता नहीं चल सका कि जिसने इसे कहा था, उसे अब भी इसकी इजाज़त है या नहीं।
report-attached = हर व्यक्ति का नतीजा अटैच की गई फ़ाइल में है।
not-added-attached = `{ $file }` में वे लोग हैं जो नहीं जुड़े। इस फ़ाइल को ऐसे ही `/wa-group members add` में अटैच किया जा सकता है।

## Those who must be invited

button-invitation = भेजने के लिए मैसेज
invitation-copy = इसे कॉपी करें और उन्हें भेजें जिन्हें इनवाइट करना है:
invitation-links = या किसी नंबर को दबाएँ: WhatsApp उस व्यक्ति के लिए मैसेज के साथ खुलता है।
invitation-more = अटैच की गई फ़ाइल में सभी { $count } लोगों के लिंक हैं।
invitation-without-number = { $count ->
    [one] { $count } व्यक्ति का सिर्फ़ ID पता है: उनके लिए कोई लिंक नहीं है।
   *[other] { $count } लोगों का सिर्फ़ ID पता है: उनके लिए कोई लिंक नहीं है।
}
# What is sent to people in WhatsApp. No bold here.
invitation = नमस्ते! आपको हमारे WhatsApp ग्रुप “{ $group }” में आने का न्योता है। इस लिंक से शामिल हों: { $link }

## Pictures

bad-picture = यह फ़ोटो नहीं चलेगी
picture-too-large = फ़ोटो ज़्यादा से ज़्यादा { $max } MiB की हो सकती है। कुछ नहीं भेजा गया।
picture-too-many-pixels = फ़ोटो ज़्यादा से ज़्यादा { $max } मेगापिक्सेल की हो सकती है। यह { $width } × { $height } की है। कुछ नहीं भेजा गया।
picture-unreadable = यह ऐसी PNG, JPEG, WebP या GIF नहीं है जिसे Usher पढ़ सके। कुछ नहीं भेजा गया।
picture-cut-off = यह तस्वीर अधूरी है: फ़ाइल तस्वीर से पहले ख़त्म हो जाती है। इसे फिर से सेव या डाउनलोड करें, और पूरी फ़ाइल जोड़ें। कुछ नहीं बदला गया।
picture-too-slow = इस तस्वीर को पढ़ने में बहुत समय लगा, इसलिए Usher रुक गया। छोटी तस्वीर जोड़ें। कुछ नहीं बदला गया।
picture-either = `image` या `url` में से एक ही दें, दोनों नहीं। कुछ नहीं भेजा गया।
created-no-picture = ग्रुप की फ़ोटो नहीं लग पाई; `/wa-group picture` से फिर कोशिश करें।
# Read out to those who cannot see it
picture-alt = ग्रुप की नई फ़ोटो
qr-alt = इनवाइट लिंक का QR कोड
qr-hint = नीचे का कोड फ़ोन के कैमरे से स्कैन करें।

## Pages

button-first = पहला
button-previous = पिछला
button-next = अगला
button-last = आखिरी
page = पेज { $page } / { $pages }
pages-old = समय निकल गया
pages-old-text = ये बटन पाँच मिनट के लिए ही थे। कमांड फिर से चलाएँ।

## Descriptions

# Title of a window; at most 45 characters
describe-title = ग्रुप का विवरण लिखें
# At most 45 characters
describe-field = विवरण
describe-ready = Usher मौजूदा विवरण ले आया है। उसे बदलने के लिए बटन दबाएँ।
button-edit = बदलें…
field-your-text = आपने यह लिखा था

## Invites in messages, members as a file

no-invite = इनवाइट लिंक नहीं मिला
no-invite-text = इस मैसेज में कोई WhatsApp इनवाइट लिंक नहीं है।
# Below the preview of the first of them
several-invites = इस संदेश में { $count } अलग-अलग आमंत्रण लिंक हैं। यह पहला है: { $link }
button-join = शामिल हों
members-exported = { $count ->
    [one] { $count } सदस्य
   *[other] { $count } सदस्य
}, स्प्रेडशीट फ़ाइल में। इसमें फ़ोन नंबर हैं: इसे ऐसे किसी को न दें जिसे ये देखने का हक नहीं है।
deed-members-exported = { $who } ने सदस्यों की फ़ाइल ली।
wish-members-export = इस ग्रुप के सदस्यों की फ़ाइल लेना
wish-picture-file = इस ग्रुप की फ़ोटो बदलना
wish-with-picture = { $wish }, फ़ोटो के साथ
