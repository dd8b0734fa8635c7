### What permissions and commands are for, as people read it. Each phrase follows "You can't", "asked to" or "needs
### permission to". The codes of permissions are shown only by /wa-access.

permission-groups-read = ग्रुप और सदस्य देखना
permission-invites-read = इनवाइट लिंक देखना
permission-members-add = लोगों को जोड़ना
permission-groups-edit = ग्रुप का नाम, विवरण और फ़ोटो बदलना
permission-members-remove = लोगों को हटाना
permission-members-approve = शामिल होने के अनुरोध मंज़ूर या अस्वीकार करने
permission-invites-revoke = इनवाइट लिंक रीसेट करना
permission-groups-create = ग्रुप बनाना
permission-groups-join = ग्रुप में शामिल होना
permission-groups-leave = ग्रुप छोड़ना
permission-groups-settings = ग्रुप की सेटिंग बदलने
permission-admins-manage = ग्रुप एडमिन चुनना
permission-members-export = सदस्यों की लिस्ट एक्सपोर्ट करना
permission-audit-read = ऑडिट लॉग पढ़ना
permission-groups-delete = ग्रुप डिलीट करना
permission-access-manage = अनुमतियाँ सँभालना

## A single command, where its permission covers several

action-rename = ग्रुप का नाम बदलना
action-describe = ग्रुप का विवरण बदलना
action-picture = ग्रुप की फ़ोटो बदलना
action-list = ग्रुप की लिस्ट देखना
action-show = ग्रुप देखना
action-members-list = सदस्यों की लिस्ट देखना
action-members-find = सदस्य खोजना
action-settings-show = ग्रुप की सेटिंग देखने
action-join-requests = शामिल होने के अनुरोध देखने
action-preview = इनवाइट लिंक का प्रीव्यू देखना
action-sessions = WhatsApp अकाउंट देखना
action-audit-export = ऑडिट लॉग एक्सपोर्ट करना
action-audit-stop = दूसरों के काम रोकना
action-access-see = अनुमतियाँ देखना
action-setup = Usher सेट करना
action-requests = अनुरोध देखना
action-help = मदद पढ़ना
