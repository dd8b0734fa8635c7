### /wa-person find

person-in-groups = { $all } में से { $count } ग्रुप में हैं
person-in-none = { $all ->
    [one] Usher ने जिस ग्रुप में खोजा, उसमें नहीं मिले।
   *[other] Usher ने जिन { $all } ग्रुप में खोजा, उनमें से किसी में नहीं मिले।
}
person-no-groups = यहाँ आप कोई ग्रुप नहीं देख सकते।
person-listed-as = { $id } के रूप में दर्ज
person-listed-without-number = बिना फ़ोन नंबर के दर्ज
person-groups-unread = { $count ->
    [one] Usher { $count } ग्रुप के सदस्य नहीं पढ़ सका: { $names }
   *[other] Usher { $count } ग्रुप के सदस्य नहीं पढ़ सका: { $names }
}
person-in-doubt = { $count ->
    [one] { $count } ग्रुप में Usher सभी सदस्यों की तुलना नहीं कर सकता: कुछ बिना फ़ोन नंबर के दर्ज हैं या पढ़े नहीं जा सकते।
   *[other] { $count } ग्रुप में Usher सभी सदस्यों की तुलना नहीं कर सकता: कुछ बिना फ़ोन नंबर के दर्ज हैं या पढ़े नहीं जा सकते।
}
person-accounts-unread = Usher { $names } के ग्रुप नहीं देख सका। `/wa-session list` WhatsApp अकाउंट दिखाता है।
person-as-of = सदस्य { $when } पढ़े गए।
button-refresh = रीफ़्रेश करें
reading-members = सदस्य पढ़े जा रहे हैं
reading-members-far = { $of } में से { $read } ग्रुप पढ़े गए।
one-person-only = एक बार में एक ही व्यक्ति
one-person-only-text = यह कमांड एक व्यक्ति के लिए है, और आपने { $given } दिए।
action-person-find = सभी ग्रुप में लोगों को खोजना
