### What permissions and commands are for, as people read it. Each phrase follows "You can't", "asked to" or "needs
### permission to". The codes of permissions are shown only by /wa-access.

permission-groups-read = Gruppen und Mitglieder sehen
permission-invites-read = Einladungslinks sehen
permission-members-add = Personen hinzufügen
permission-groups-edit = Gruppen umbenennen und beschreiben und ihre Bilder ändern
permission-members-remove = Personen entfernen
permission-members-approve = Beitrittsanfragen annehmen oder ablehnen
permission-invites-revoke = Einladungslinks zurücksetzen
permission-groups-create = Gruppen erstellen
permission-groups-join = Gruppen beitreten
permission-groups-leave = Gruppen verlassen
permission-groups-settings = Gruppeneinstellungen ändern
permission-admins-manage = Gruppenadmins bestimmen
permission-members-export = Mitgliederlisten exportieren
permission-audit-read = das Audit-Log lesen
permission-groups-delete = Gruppen löschen
permission-access-manage = Berechtigungen verwalten

## A single command, where its permission covers several

action-rename = Gruppen umbenennen
action-describe = Gruppenbeschreibungen ändern
action-picture = Gruppenbilder ändern
action-list = Gruppen auflisten
action-show = Gruppen sehen
action-members-list = Mitglieder auflisten
action-members-find = Mitglieder suchen
action-settings-show = Gruppeneinstellungen sehen
action-join-requests = Beitrittsanfragen sehen
action-preview = Einladungslinks ansehen
action-sessions = die WhatsApp-Konten sehen
action-audit-export = das Audit-Log exportieren
action-audit-stop = Aufträge anderer stoppen
action-access-see = Berechtigungen sehen
action-setup = Usher einrichten
action-requests = Anfragen sehen
action-help = die Hilfe lesen
