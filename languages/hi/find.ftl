### /wa-group members find

members-found = **{ $search }** से { $count ->
    [one] { $count } सदस्य मेल खाता है
   *[other] { $count } सदस्य मेल खाते हैं
}
members-none-found = **{ $search }** से कोई सदस्य मेल नहीं खाता
# Only to people who see masked numbers
members-find-masked = आपको हर नंबर का सिर्फ़ एक हिस्सा दिखता है, इसलिए Usher उसी हिस्से में खोजता है। किसी एक व्यक्ति को जाँचने के लिए देश कोड के साथ पूरा नंबर लिखें।
field-search = खोज
# What people type to find the creator
role-creator = क्रिएटर
# The role of a member who is not an admin
role-member = सदस्य
# Follows "wants to"
wish-find-members = इस ग्रुप के सदस्यों में खोजना
