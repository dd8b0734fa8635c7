### WhatsApp अकाउंट: लॉग चैनल में अलर्ट, और सूची हर अकाउंट के बारे में क्या बताती है

status-unknown = कनेक्शन पता नहीं
account-listed-since = { $time } से
account-left = आज अभी और इतने लोग जोड़ सकता है: { $left }

account-lost = WhatsApp अकाउंट डिस्कनेक्ट हुआ
account-banned = WhatsApp अकाउंट बैन हुआ
account-back = WhatsApp अकाउंट फिर कनेक्ट हुआ
account-lost-since = Usher को यह { $time } से दिख रहा है। अकाउंट फिर कनेक्ट होने तक उसके ग्रुप की कमांड नाकाम रहेंगी।
account-back-after = यह { $time } से लगभग { $duration } तक डिस्कनेक्टेड रहा।
lasted-seconds = { $count ->
    [one] { $count } सेकंड
   *[other] { $count } सेकंड
}
lasted-minutes = { $count ->
    [one] { $count } मिनट
   *[other] { $count } मिनट
}
lasted-hours = { $count ->
    [one] { $count } घंटे
   *[other] { $count } घंटे
}
lasted-days = { $count ->
    [one] { $count } दिन
   *[other] { $count } दिन
}

account-disconnected = अकाउंट WhatsApp से कनेक्टेड नहीं है।
account-disconnected-next = **क्या करें:** बॉट के मालिक से कहें कि वे WhatsApp सेवा में अकाउंट देखें। अक्सर उसे वहाँ फिर से शुरू करना या फिर से लॉग इन करना पड़ता है।
account-reconnecting = अकाउंट का WhatsApp से कनेक्शन टूट गया। WhatsApp सेवा उसे फिर जोड़ने की कोशिश कर रही है।
account-reconnecting-next = **क्या करें:** इंतज़ार करें। 15 मिनट में भी डिस्कनेक्टेड रहे, तो बॉट के मालिक को बताएँ।
account-stopped = किसी ने WhatsApp सेवा में अकाउंट रोक दिया।
account-stopped-next = **क्या करें:** बॉट के मालिक से कहें कि वे उसे वहाँ फिर शुरू करें।
account-missing = WhatsApp सेवा इस अकाउंट को नहीं जानती।
account-missing-next = **क्या करें:** बॉट के मालिक को बताएँ। अकाउंट वहाँ हटा दिया गया है, या वहाँ उसका नाम Usher की कॉन्फ़िगरेशन से अलग है।
account-logged-out = अकाउंट WhatsApp से लॉग आउट है।
account-logged-out-next = **क्या करें:** फिर से लॉग इन करें। बॉट का मालिक WhatsApp सेवा में QR कोड खोलता है, और कोई उसे इस अकाउंट के फ़ोन से स्कैन करता है।
account-ban = WhatsApp ने अकाउंट को कुछ समय के लिए बैन किया है।
account-ban-next = **क्या करें:** इंतज़ार करें। बैन कब तक है, यह इस अकाउंट के फ़ोन पर WhatsApp में दिखता है। उसके बाद भी कुछ दिन किसी को न जोड़ें।
