### Why people do things: the option `reason`, `/wa-audit reason`, and the setting that makes reasons mandatory.

field-reason = वजह
reason-by = वजह { $who } ने लिखी।
# The reason follows
deed-reason-changed = { $who } ने वजह बदली · लॉग एंट्री #{ $case }
deed-reasons-mandatory = { $who } ने वजह देना ज़रूरी किया।
deed-reasons-optional = { $who } ने वजह देना वैकल्पिक किया।
action-audit-reason = ऑडिट लॉग में वजह बदलना
action-audit-reason-of-others = ऑडिट लॉग में दूसरों की वजह बदलना
# An action, such as “rename groups”
action-promote = एडमिन बनाना
action-demote = एडमिन हटाना
reason-missing = वजह नहीं दी गई
reason-missing-text = इस सर्वर पर वजह बताना ज़रूरी है। { $option } विकल्प के साथ कमांड फिर से चलाएँ। कुछ नहीं बदला।
no-reason-for-refusal = Usher ने यह कोशिश मना की थी, इसलिए इसकी वजह नहीं होती।
bad-reason-long = वजह बहुत लंबी है: { $given } अक्षर (सीमा { $max })।
reason-saved = वजह सेव हुई
reason-saved-text = लॉग एंट्री #{ $case } में अब यह दिखती है।
field-reasons = वजह
set-up-reasons-mandatory = लोगों या एडमिन को हटाने, ग्रुप छोड़ने या डिलीट करने, या इनवाइट लिंक रीसेट करने पर वजह बताना ज़रूरी है।
set-up-reasons-optional = वैकल्पिक: हटाने, डिलीट करने, छोड़ने या रीसेट करने वाली कमांड में `reason` विकल्प है।
set-up-reasons-on = अब वजह देना ज़रूरी है।
set-up-reasons-off = अब वजह देना वैकल्पिक है।
# Buttons
button-reasons-on = वजह ज़रूरी करें
button-reasons-off = वजह वैकल्पिक करें
