### Lists of more people than an account may add in a day.

rest-follows = { $count ->
    [one] Usher बाकी { $count } व्यक्ति को { $time } से अपने-आप जोड़ता है।
   *[other] Usher बाकी { $count } लोगों को { $time } से अपने-आप जोड़ता है, हर दिन उतने जितने की दैनिक सीमा इजाज़त देती है।
}
standing-follows = अभी कोशिश नहीं हुई; Usher इन्हें बाद में जोड़ता है
button-stop-rest = बाकी को न जोड़ें
stopped-overdue = Usher इसे शुरू नहीं कर पाया: तय समय के बाद 24 घंटे तक कोई रुकावट थी।
rest-cancelled = सूची के बाकी लोग नहीं जोड़े जाएँगे। जो जुड़ चुके हैं, वे ग्रुप में रहते हैं।

rest-title = सूची के बाकी लोग
rest-counts = जोड़े गए: { $added }। नहीं जोड़े गए: { $others }। अभी बाकी: { $waiting }।
rest-unconfirmed = पुष्टि नहीं हुई: { $count }। ग्रुप देखें।
rest-details = पूरी जानकारी: नीचे दिए नंबर के साथ `/wa-audit show`।
rest-nobody = { $who }, आपकी सूची से और कोई नहीं जोड़ा गया।
rest-unknown = { $who }, इसकी पुष्टि नहीं हुई कि आपकी सूची के बाकी लोग जुड़े या नहीं। ग्रुप देखें।
rest-failed = { $who }, आपकी सूची के बाकी लोग नहीं जोड़े गए।

wish-add-first = { $people } को इस ग्रुप में जोड़ना: सिर्फ़ पहले { $most }
wish-add-rest = { $people } को इस ग्रुप में जोड़ना: पहले { $most } अभी, बाकी अगले दिनों में
wish-add-daily = { $people } को इस ग्रुप में जोड़ना, हर दिन उतने जितने की दैनिक सीमा इजाज़त देती है
