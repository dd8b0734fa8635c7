### Approvals: two people, reminders, and the buttons of /wa-request list.

field-approvals = मंज़ूरियाँ
approvals-two = इसे दो अलग लोगों को मंज़ूर करना होगा।
approvals-one-more = { $by } ने मंज़ूर किया। एक और मंज़ूरी चाहिए।
approval-lost = { $by } के पास अब इसकी अनुमति नहीं है, इसलिए यह मंज़ूरी अब नहीं गिनी जाती।
approvers = { $first } और { $last }
approved-already = आप इसे पहले ही मंज़ूर कर चुके हैं
approved-already-text = किसी और को भी इसे मंज़ूर करना होगा। आपके दबाने से कुछ नहीं बदला।
state-open-one-more = खुला, { $by } ने मंज़ूर किया, एक और मंज़ूरी चाहिए, समय सीमा { $time }
reminder = **अनुरोध #{ $request } अब भी खुला है।** { $link }

## Buttons of a request in a list; at most 80 characters

button-approve-request = #{ $request } मंज़ूर करें
button-deny-request = #{ $request } नामंज़ूर करें
button-details-request = #{ $request } की पूरी जानकारी
button-withdraw-request = #{ $request } वापस लें
