### /wa-group help: what the asker may do, with commands that can be clicked.

help = What you can do here
help-nothing = Nothing yet: no role of yours has a right here. An Administrator of this server can give roles rights with `/wa-access grant`.
# After a command that somebody must approve
help-by-approval = (somebody must approve it)
help-more = One topic in more words: /wa-group help, option topic.
unknown-command-now = This command is called { $command } now. Nothing was changed.

help-groups = Groups
help-groups-text = The option `group` offers your groups while you type: pick one. A name of up to 25 characters is possible. Before something that cannot be taken back, Usher asks.
help-people = People
help-people-text = Paste phone numbers as you have them, with names beside them too: +55 11 99999-9999, Ana +49 1512 3456789. For many, leave out the option `members` and a window opens, or attach a file: text, CSV, contacts, a spreadsheet. Who cannot be added is named with the reason, and gets the invite link from you.
help-invites = Invite links
help-invites-text = Anyone with the link can join until you revoke it. Only you see links; Usher never posts them in a channel.
help-requests = Requests
help-requests-text = What you may do only with somebody's approval, you ask for with the same command. You are told how it ends.
help-rights = Rights
help-rights-text = Roles have rights: a preset such as `moderator`, or single ones. Who has no right may do nothing. Some may be given for one group only.
help-journal = Journal
help-journal-text = Every change and every refusal is a case with a number: who, what, when, and how it ended.
