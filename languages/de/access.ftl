### Rights of roles, and the set-up of a server.

granted = Rechte vergeben
granted-held = { $role } darf jetzt { $rights }{ $scope } nutzen.
granted-asked = { $role } darf jetzt um { $rights }{ $scope } bitten; genehmigen muss es jemand, der das Recht selbst hat.
granted-no-effect = Für eine einzelne Gruppe ohne Wirkung: { $capabilities }. Dabei geht es um Gruppen, die es noch nicht gibt.
granted-footer = Das gilt sofort.
revoked = Rechte entzogen
revoked-lost = { $role } hat { $rights } verloren.
revoked-footer = Das gilt sofort. Administratoren behalten alle Rechte.
# Rights that one has only if somebody approves, in a list
rights-by-approval = { $rights } mit Genehmigung
# Follows rights
in-group = in { $group }
in-session = in Sitzung { $session }

grants = Berechtigungen
grants-none = Keine Rolle hat hier eine Berechtigung. Administratoren dürfen alles, alle anderen nichts.
grants-narrow = … und { $more } weitere. Mit der Option `role` grenzt du die Liste ein.
grants-footer = „Datei“: festgelegt von denen, die den Bot betreiben; hier nicht änderbar. Administratoren dürfen alles.
grant-may-ask = darf um { $rights } bitten
grant-of-file = Datei
grant-of-discord = Discord

rights-of = Was darf diese Person?
rights-of-administrator = { $who } hat auf diesem Server Administratorrechte und darf deshalb alles.
rights-of-nobody = { $who } darf hier nichts.
rights-of-somebody = { $who } darf nutzen:
rights-through = { $capability } über { $roles }
rights-if-approved = { $capability } mit Genehmigung, über { $roles }
not-everywhere = { $role } (nicht überall)
field-not = Nicht erlaubt

## Set-up

set-up = Einrichtung dieses Servers
set-up-text = Was eingerichtet ist und was noch fehlt. Mit den Menüs und Schaltflächen unten legst du es fest.
set-up-done = **Erledigt:** { $what }
set-up-not-set = **Nicht festgelegt:** { $why }
set-up-moderators = { $role } ist jetzt eine Moderatorenrolle.
set-up-log = { $channel } ist jetzt der Log-Kanal.
set-up-log-gone = Es gibt keinen Log-Kanal mehr.
set-up-approvals = { $channel } ist jetzt der Kanal für Genehmigungen.
set-up-approvals-gone = Es gibt keinen Kanal für Genehmigungen mehr.
set-up-no-sessions = Die Gruppen-API kennt keine Sitzung dieses Servers. Wer den Bot betreibt, muss die Konfiguration prüfen.
set-up-unreadable = Konnte nicht gelesen werden: { $why }
set-up-no-log = Nicht festgelegt. Von Änderungen und Verweigerungen erfährt nur, wer sie ausgelöst hat.
set-up-no-approvals = Nicht festgelegt. Nötig, sobald jemand etwas nur mit Genehmigung darf.
set-up-approvals-wanted = **Nicht festgelegt, aber nötig:** Manche Rollen dürfen etwas nur mit Genehmigung, und es gibt keinen Ort für Anfragen.
set-up-footer = /wa-access grant gibt Rollen andere Rechte, auf Wunsch nur für einzelne Gruppen.
set-up-fixed = { $setting } (festgelegt von denen, die den Bot betreiben)
set-up-lacks = **Usher kann dort nicht schreiben.** Es fehlt: { $permissions }. Ändere die Berechtigungen des Kanals.
set-up-gone = **Diesen Kanal gibt es nicht mehr.**
set-up-silent = Discord hat nicht mitgeteilt, ob Usher dort schreiben kann.
set-up-log-waits = **Discord lehnt die Einträge von Usher hier seit { $since } ab.** { $count ->
    [one] { $count } Eintrag wartet
   *[other] { $count } Einträge warten
}. Usher bewahrt sie auf und schreibt sie der Reihe nach, sobald es geht.
set-up-no-roles = Keine: Nur Administratoren dürfen Usher nutzen.
set-up-roles-silent = Discord hat nicht mitgeteilt, welche Rollen es gibt.
set-up-all-roles = Keine: Jede Rolle hat eine Berechtigung.
set-up-bare-roles = Sie dürfen nichts und brauchen hier deshalb auch nichts.
set-up-country = Nummern ohne Ländervorwahl gelten jetzt als Nummern aus { $country }.
set-up-country-gone = Dieser Server hat kein eigenes Land mehr.
set-up-country-default = { $country } (für alle Server vorgegeben von denen, die den Bot betreiben)
set-up-country-meaning = Nummern ohne Ländervorwahl gelten als Nummern aus diesem Land.
set-up-no-country = Nicht festgelegt. Usher kann nicht erkennen, zu welchem Land eine Nummer ohne Ländervorwahl gehört.
set-up-country-proposed = Vorschlag: { $country }, nach der Nummer des verbundenen WhatsApp-Kontos.
set-up-invitation = Einladungen haben jetzt euren eigenen Text.
set-up-invitation-gone = Einladungen haben jetzt den Text in der Sprache dieses Servers.
field-accounts = WhatsApp-Konten
field-log-channel = Log-Kanal
field-approvals-channel = Kanal für Genehmigungen
field-country = Land der Telefonnummern
field-invitation = Einladung in WhatsApp-Gruppen
field-roles-with = Rollen mit Berechtigungen
field-roles-without = Rollen ohne Berechtigungen
menu-moderators = Rolle zur Moderatorenrolle machen
# A button
button-country = Land…
# A button
button-use-country = { $country } übernehmen
# At most 45 characters
country-title = Land der Telefonnummern
# At most 45 characters
country-label = Land
# At most 100 characters
country-hint = BR, +55 oder Brasilien. Leer: kein eigenes Land.
# A button
button-set-invitation = Einladung…
# At most 45 characters
invitation-title = Einladung
# At most 45 characters
invitation-label = Text mit { $group } und { $link }
# At most 100 characters
invitation-hint = Leer: der Text in der Sprache dieses Servers

# A choice beside "all", when a role is given rights that need approval; at most 90 characters
choice-all = alles in dieser Berechtigung

## A log channel that refuses entries

# A title
log-closed = Usher kann nicht in den Log-Kanal schreiben
log-closed-text = Discord lehnt die Einträge von Usher in { $channel } seit { $since } ab. { $count ->
    [one] { $count } Eintrag wartet
   *[other] { $count } Einträge warten
}. Usher bewahrt sie auf und schreibt sie der Reihe nach, sobald es geht. Ein Administrator kann den Kanal oder seine Berechtigungen ändern: `/wa-setup` zeigt, was fehlt.
