### /wa-group help: what the asker may do, with commands that can be clicked.

help = What you can do here
help-nothing = You can't use Usher here yet. Ask an Administrator to give your role permissions with `/wa-access grant`.
# After a command that somebody must approve
help-by-approval = (needs approval)
help-more = More about a topic: /wa-group help with the option topic
unknown-command-now = Usher no longer has this command. Nothing changed. The most similar one is { $command }
# The commands that people use most
help-first = Most used

help-groups = Groups
help-groups-text = Start to type in the `group` option and pick one of your groups. Group names can have up to 25 characters. Usher asks before anything that can't be undone.
help-people = People
help-people-text = Paste phone numbers as you have them, with or without names: +55 11 99999-9999, Ana +49 1512 3456789. For a long list, leave out the `members` option to open a window, or attach a file: text, CSV, contacts or a spreadsheet. Usher tells you who could not be added and why. Send those people the invite link.
help-invites = Invite links
help-invites-text = Anyone with the link can join until you revoke it. Only you see links; Usher never posts them in a channel.
help-requests = Requests
help-requests-text = If a command needs approval, just run it. Usher asks the people who can approve it and notifies you.
help-rights = Permissions
help-rights-text = Permissions belong to roles. Give a role a preset (such as `moderator`) or single permissions, for all groups or for one.
help-journal = Audit log
help-journal-text = Every change and every refusal has an entry with a number: who, what, when, and the result.
