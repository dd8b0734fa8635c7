### What permissions and commands are for, as people read it. Each phrase follows "You can't", "asked to" or "needs
### permission to". The codes of permissions are shown only by /wa-access.

permission-groups-read = see groups and members
permission-invites-read = see invite links
permission-members-add = add people
permission-groups-edit = rename and describe groups and change their pictures
permission-members-remove = remove people
permission-members-approve = approve or decline requests to join
permission-invites-revoke = revoke invite links
permission-groups-create = create groups
permission-groups-join = join groups
permission-groups-leave = leave groups
permission-groups-settings = change group settings
permission-admins-manage = choose group admins
permission-members-export = export member lists
permission-audit-read = read the audit log
permission-groups-delete = delete groups
permission-access-manage = manage permissions

## A single command, where its permission covers several

action-rename = rename groups
action-describe = change group descriptions
action-picture = change group pictures
action-list = list groups
action-show = see groups
action-members-list = list members
action-members-find = search members
action-settings-show = see group settings
action-join-requests = see requests to join
action-preview = preview invite links
action-sessions = see the WhatsApp accounts
action-audit-export = export the audit log
action-audit-stop = stop other people's jobs
action-access-see = see permissions
action-setup = set up Usher
action-requests = see requests
action-help = read the help
