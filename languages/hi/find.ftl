### /wa-group members find

members-found = “{ $search }” से { $count ->
    [one] { $count } सदस्य मिलता है
   *[other] { $count } सदस्य मिलते हैं
}
members-none-found = “{ $search }” से कोई सदस्य नहीं मिला
# Only to people who see masked numbers
members-find-masked = आपको हर नंबर का केवल एक हिस्सा दिखता है, इसलिए Usher केवल उसी हिस्से में खोजता है। किसी व्यक्ति को जाँचने के लिए देश के कोड के साथ पूरा नंबर लिखें।
field-search = खोज
# The role of a member who is not an admin
role-member = सदस्य
# Follows "asks to"
wish-find-members = इस ग्रुप के सदस्यों में खोजना
