### Why people do things: the option `reason`, `/wa-audit reason`, and the setting that makes reasons mandatory.

field-reason = Grund
reason-by = Der Grund stammt von { $who }.
# The reason follows
deed-reason-changed = { $who } hat den Grund geändert bei Log-Eintrag #{ $case }
deed-reasons-mandatory = { $who } hat Gründe zur Pflicht gemacht.
deed-reasons-optional = { $who } hat Gründe freiwillig gemacht.
action-audit-reason = Gründe im Audit-Log ändern
action-audit-reason-of-others = Gründe anderer Personen im Audit-Log ändern
# An action, such as “rename groups”
action-promote = Admins einsetzen
action-demote = Admins absetzen
reason-missing = Grund fehlt
reason-missing-text = Auf diesem Server musst du sagen, warum. Führe den Befehl noch einmal mit der Option { $option } aus. Es wurde nichts geändert.
no-reason-for-refusal = Usher hat diesen Versuch abgelehnt. Er bekommt keinen Grund.
bad-reason-long = Grund zu lang: { $given } Zeichen (Limit: { $max }).
reason-saved = Grund gespeichert
reason-saved-text = Log-Eintrag #{ $case } zeigt ihn jetzt.
field-reasons = Gründe
set-up-reasons-mandatory = Wer Personen oder Admins entfernt, eine Gruppe verlässt oder löscht oder einen Einladungslink zurücksetzt, muss sagen, warum.
set-up-reasons-optional = Freiwillig: Befehle, die etwas entfernen, löschen, verlassen oder zurücksetzen, haben die Option `reason`.
set-up-reasons-on = Gründe sind jetzt Pflicht.
set-up-reasons-off = Gründe sind jetzt freiwillig.
# Buttons
button-reasons-on = Gründe zur Pflicht machen
button-reasons-off = Gründe freiwillig machen
