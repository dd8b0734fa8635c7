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
not-offered-other = The WhatsApp service of this server can't do this.
