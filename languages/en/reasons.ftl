### Why people do things: the option `reason`, `/wa-audit reason`, and the setting that makes reasons mandatory.

field-reason = Reason
reason-by = The reason is by { $who }.
# The reason follows
deed-reason-changed = { $who } changed the reason of log entry #{ $case }
deed-reasons-mandatory = { $who } made reasons mandatory.
deed-reasons-optional = { $who } made reasons optional.
action-audit-reason = change reasons in the audit log
action-audit-reason-of-others = change other people's reasons in the audit log
# An action, such as “rename groups”
action-promote = make people admins
action-demote = remove admins
reason-missing = Reason missing
reason-missing-text = On this server, you must say why. Run the command again with the option { $option }. Nothing changed.
no-reason-for-refusal = Usher refused this request, so it has no reason.
bad-reason-long = Reason too long: { $given } characters (limit { $max }).
reason-saved = Reason saved
reason-saved-text = Log entry #{ $case } shows it now.
field-reasons = Reasons
set-up-reasons-mandatory = People must say why when they remove people or admins, leave or delete a group, or revoke an invite link.
set-up-reasons-optional = Optional: commands that remove, delete, leave or revoke have the option `reason`.
set-up-reasons-on = Reasons are mandatory now.
set-up-reasons-off = Reasons are optional now.
# Buttons
button-reasons-on = Make reasons mandatory
button-reasons-off = Make reasons optional
