### What a provider cannot do.

not-offered = Not available here
not-offered-delete = The WhatsApp service of this server can't delete groups.
not-offered-delete-next = Usher can leave the group: `/wa-group leave`.
not-offered-no-description = The WhatsApp service of this server can't remove a description.
not-offered-no-description-next = Write a new one instead.
not-offered-picture = This version of the WhatsApp service can't set pictures.
not-offered-update = Ask the bot owner to update it.
not-offered-picture-url = The WhatsApp service of this server can't use a picture link.
not-offered-picture-url-next = Attach the picture with the option `image`.
not-offered-empty = The WhatsApp service of this server can't create a group without members.
not-offered-empty-next = Add at least one person with the option `members`.
not-offered-lid = The WhatsApp service of this server knows people by phone number only, and one of these people hides theirs.
not-offered-code = The WhatsApp service of this server can't use this kind of invite link.
not-offered-people = The WhatsApp service of this server can't create a group with more than { $max } people at once.
not-offered-people-next = Create it with fewer people, and add the others with `/wa-group members add`.
not-offered-name = This name is too long for the WhatsApp service of this server: at most { $max } bytes. Accented letters and emoji count more than once.
not-offered-long-description = This description is too long for the WhatsApp service of this server: at most { $max } characters.
not-offered-settings = The WhatsApp service of this server can't show or change the settings of a group.
not-offered-writers = The WhatsApp service of this server can't change who may send messages.
not-offered-editors = The WhatsApp service of this server can't change who may edit the group.
not-offered-adders = The WhatsApp service of this server can't change who may add members.
not-offered-join-approval = The WhatsApp service of this server can't change whether admins approve who joins.
not-offered-join-requests = The WhatsApp service of this server can't see or decide requests to join.
not-offered-in-whatsapp = A group admin can do it in WhatsApp.
not-offered-other = The WhatsApp service of this server can't do this.

## The service in /wa-setup

field-provider = WhatsApp service
# A list follows: what the WhatsApp service can't do
set-up-lacking = Not available with it:
lack-delete = deleting groups
lack-remove-description = removing a description
lack-picture = setting pictures
lack-picture-url = picture links
lack-empty-group = groups without members
lack-hidden-numbers = changes to members who hide their number
lack-unusual-links = unusual invite links
lack-settings = group settings
lack-writers = changing who may send messages
lack-editors = changing who may edit a group
lack-adders = changing who may add members
lack-join-approval = changing whether admins approve who joins
lack-join-requests = requests to join
lack-large-groups = new groups with more than { $max } people at once
lack-long-names = group names of more than { $max } bytes
lack-long-descriptions = descriptions of more than { $max } characters
lack-other = some other actions
