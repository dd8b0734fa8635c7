not-offered = Hier nicht verfügbar
not-offered-delete = Der WhatsApp-Dienst dieses Servers kann keine Gruppen löschen.
not-offered-delete-next = Usher kann die Gruppe verlassen: `/wa-group leave`.
not-offered-no-description = Der WhatsApp-Dienst dieses Servers kann keine Beschreibung entfernen.
not-offered-no-description-next = Schreibe stattdessen eine neue.
not-offered-picture = Diese Version des WhatsApp-Dienstes kann keine Bilder setzen.
not-offered-update = Bitte die Person, die den Bot betreibt, ihn zu aktualisieren.
not-offered-picture-url = Der WhatsApp-Dienst dieses Servers kann keinen Bild-Link verwenden.
not-offered-picture-url-next = Hänge das Bild mit der Option `image` an.
not-offered-empty = Der WhatsApp-Dienst dieses Servers kann keine Gruppe ohne Mitglieder erstellen.
not-offered-empty-next = Gib mit der Option `members` mindestens eine Person an.
not-offered-lid = Der WhatsApp-Dienst dieses Servers kennt Personen nur über ihre Telefonnummer, und eine dieser Personen verbirgt ihre.
not-offered-code = Der WhatsApp-Dienst dieses Servers kann diese Art von Einladungslink nicht verwenden.
not-offered-people = Der WhatsApp-Dienst dieses Servers kann keine Gruppe mit mehr als { $max } Personen auf einmal erstellen.
not-offered-people-next = Erstelle sie mit weniger Personen und füge die anderen mit `/wa-group members add` hinzu.
not-offered-name = Dieser Name ist zu lang für den WhatsApp-Dienst dieses Servers: höchstens { $max } Bytes. Umlaute, Akzente und Emojis zählen mehrfach.
not-offered-long-description = Diese Beschreibung ist zu lang für den WhatsApp-Dienst dieses Servers: höchstens { $max } Zeichen.
not-offered-settings = Der WhatsApp-Dienst dieses Servers kann die Einstellungen einer Gruppe weder zeigen noch ändern.
not-offered-writers = Der WhatsApp-Dienst dieses Servers kann nicht ändern, wer Nachrichten senden darf.
not-offered-editors = Der WhatsApp-Dienst dieses Servers kann nicht ändern, wer die Gruppe bearbeiten darf.
not-offered-adders = Der WhatsApp-Dienst dieses Servers kann nicht ändern, wer Mitglieder hinzufügen darf.
not-offered-join-approval = Der WhatsApp-Dienst dieses Servers kann nicht ändern, ob Admins Beitritte genehmigen.
not-offered-join-requests = Der WhatsApp-Dienst dieses Servers kann Beitrittsanfragen weder sehen noch entscheiden.
not-offered-in-whatsapp = Ein Gruppenadmin kann es in WhatsApp tun.
not-offered-other = Der WhatsApp-Dienst dieses Servers kann das nicht.

## The service in /wa-setup

field-provider = WhatsApp-Dienst
# A list follows: what the WhatsApp service can't do
set-up-lacking = Damit nicht möglich:
lack-delete = Gruppen löschen
lack-remove-description = eine Beschreibung entfernen
lack-picture = Bilder setzen
lack-picture-url = Links zu Bildern
lack-empty-group = Gruppen ohne Mitglieder
lack-hidden-numbers = Änderungen an Mitgliedern mit verborgener Nummer
lack-unusual-links = ungewöhnliche Einladungslinks
lack-settings = Gruppeneinstellungen
lack-writers = ändern, wer Nachrichten senden darf
lack-editors = ändern, wer eine Gruppe bearbeiten darf
lack-adders = ändern, wer Mitglieder hinzufügen darf
lack-join-approval = ändern, ob Admins Beitritte genehmigen
lack-join-requests = Beitrittsanfragen
lack-large-groups = neue Gruppen mit mehr als { $max } Personen auf einmal
lack-long-names = Gruppennamen mit mehr als { $max } Bytes
lack-long-descriptions = Beschreibungen mit mehr als { $max } Zeichen
lack-other = einige andere Aktionen
