### Permissions of roles, and the setup of a server.

granted = Berechtigungen hinzugefügt
granted-held = { $role } hat jetzt { $rights }{ $scope }
granted-asked = { $role } kann jetzt anfragen: { $rights }{ $scope }
# Below the line before
granted-asked-how = Jede Anfrage muss jemand genehmigen, der die Berechtigung hat.
granted-no-effect = Weggelassen, weil sich Berechtigungen für neue Gruppen nicht auf eine Gruppe beschränken lassen: { $capabilities }
granted-footer = Gilt ab sofort.
revoked = Berechtigungen entfernt
revoked-lost = Bei { $role } entfernt: { $rights }
revoked-footer = Gilt ab sofort. Administratoren haben immer alle Berechtigungen.
# Permissions that need approval, in a list
rights-by-approval = { $rights } (mit Genehmigung)
# Follows permissions
in-group = in { $group }
in-session = mit dem WhatsApp-Konto { $session }

grants = Berechtigungen
grants-none = Hier gibt es keine Berechtigungen anzuzeigen. Rollen ohne Berechtigungen können Usher nicht nutzen, Administratoren immer. Berechtigungen fügst du mit `/wa-access grant` hinzu.
grants-narrow = …und { $more } weitere. Mit der Option `role` siehst du nur eine Rolle.
grants-footer = „Vom Bot-Betreiber festgelegt“ lässt sich hier nicht ändern. Administratoren können alles.
grant-may-ask = kann { $rights } anfragen
grant-of-file = vom Bot-Betreiber festgelegt
grant-of-discord = hier festgelegt

rights-of = Berechtigungen einer Person
rights-of-administrator = { $who } ist Administrator und kann alles.
rights-of-nobody = { $who } hat hier keine Berechtigungen. Gib einer Rolle dieser Person mit `/wa-access grant` Berechtigungen.
rights-of-somebody = { $who } kann:
# The line goes on with the roles
rights-through = { $capability } · durch { $roles }
rights-if-approved = { $capability } · mit Genehmigung · durch { $roles }
# $scope is such as “in Alpha Team”
not-everywhere = { $role } nur { $scope }
field-not = Nicht erlaubt

## Setup

set-up = Einrichtung
set-up-text = Wähle in den Menüs unten die Kanäle und eine Moderatorenrolle. Mit den Buttons änderst du das Land der Telefonnummern und den Einladungstext.
set-up-done = ✅ { $what }
set-up-not-set = ⚠️ **Nicht geändert.** { $why }
set-up-moderators = { $role } kann jetzt Gruppen sehen und ändern, Personen hinzufügen und entfernen und Einladungslinks verwalten.
set-up-log = Log-Kanal: { $channel }
set-up-log-gone = Log-Kanal ausgeschaltet.
set-up-approvals = Genehmigungskanal: { $channel }
set-up-approvals-gone = Genehmigungskanal ausgeschaltet.
set-up-approvals-role = Neue Anfragen erwähnen { $role }.
set-up-approvals-role-gone = Neue Anfragen erwähnen keine Rolle.
set-up-mentions = Erwähnt { $role } bei jeder neuen Anfrage.
set-up-mentions-nobody = ⚠️ **Die Erwähnung benachrichtigt niemanden.** Erlaube allen, diese Rolle zu erwähnen, oder gib Usher in diesem Kanal Mention @everyone, @here, and All Roles.
set-up-role-gone = ⚠️ **Diese Rolle gibt es auf dem Server nicht.** Wähle eine andere.
set-up-alerts = Meldungen über WhatsApp-Konten erwähnen { $role }.
set-up-alerts-role-gone = ⚠️ **Diese Rolle gibt es auf dem Server nicht.** Sag dem Bot-Betreiber Bescheid.
mentions-everyone = Das ist @everyone
mentions-everyone-text = Usher erwähnt @everyone nie. Wähle eine andere Rolle. Es wurde nichts geändert.
set-up-no-sessions = Das WhatsApp-Konto, das für diesen Server festgelegt ist, gibt es nicht. Sag dem Bot-Betreiber Bescheid.
set-up-unreadable = Usher konnte die Konten nicht lesen. { $why }
set-up-no-log = Nicht festgelegt. Wähle einen Kanal, um alle Änderungen und abgelehnten Versuche zu sehen, und Meldungen, wenn ein WhatsApp-Konto nicht verbunden ist.
set-up-no-approvals = Nicht festgelegt. Nur nötig, wenn Rollen eine Genehmigung brauchen.
set-up-no-approvals-no-notices = Nicht festgelegt. Nötig, wenn Rollen eine Genehmigung brauchen, oder für Hinweise auf Personen, die beitreten möchten.
set-up-approvals-wanted = ⚠️ **Nötig:** Einige Rollen brauchen eine Genehmigung, aber es gibt keinen Kanal für Anfragen.
set-up-footer = Weitere Optionen: /wa-access grant (andere Berechtigungen oder nur einzelne Gruppen)
set-up-fixed = { $setting } (vom Bot-Betreiber festgelegt)
set-up-lacks = ⚠️ **Usher kann dort nicht posten.** Gib Usher in diesem Kanal { $permissions }.
set-up-gone = ⚠️ **Diesen Kanal gibt es auf dem Server nicht.** Wähle einen anderen.
set-up-silent = Usher konnte nicht prüfen, ob Posten dort erlaubt ist.
set-up-log-waits = ⚠️ **Discord lehnt Ushers Einträge hier seit dem { $since } ab.** { $count ->
    [one] { $count } Eintrag wartet
   *[other] { $count } Einträge warten
}. Usher postet sie der Reihe nach, sobald es geht.
set-up-no-roles = Keine. Nur Administratoren können Usher nutzen.
set-up-roles-silent = Usher konnte die Rollen nicht von Discord abrufen.
set-up-all-roles = Keine. Jede Rolle hat Berechtigungen.
set-up-bare-roles = Diese Rollen geben keine Berechtigungen in Usher.
set-up-country = Land der Telefonnummern: { $country }
set-up-country-gone = Dieser Server hat kein eigenes Land mehr.
set-up-country-default = { $country } (Standard des Bot-Betreibers für alle Server)
set-up-country-meaning = Nummern ohne Ländervorwahl werden als Nummern aus diesem Land gelesen.
set-up-no-country = Nicht festgelegt. Usher weiß nicht, zu welchem Land eine Nummer ohne Ländervorwahl gehört.
set-up-country-proposed = Vorschlag: { $country }, nach der Nummer des verbundenen WhatsApp-Kontos.
set-up-invitation = Einladungen haben jetzt einen eigenen Text.
set-up-invitation-gone = Einladungen haben wieder den Standardtext in der Sprache dieses Servers.
field-accounts = WhatsApp-Konten
field-log-channel = Log-Kanal
field-approvals-channel = Genehmigungskanal
field-country = Land der Telefonnummern
field-invitation = Einladung in WhatsApp-Gruppen
field-roles-with = Rollen mit Berechtigungen
field-roles-without = Rollen ohne Berechtigungen
menu-moderators = Einer Rolle Moderator-Berechtigungen geben
menu-approvals-role = Rolle, die neue Anfragen erwähnen
# A button
button-country = Land…
# A button
button-use-country = { $country } verwenden
# At most 45 characters
country-title = Land der Telefonnummern
# At most 45 characters
country-label = Land
# At most 100 characters
country-hint = Zum Beispiel BR, +55 oder Brasilien. Lass es leer, um das eigene Land des Servers zu entfernen.
# A button
button-set-invitation = Einladung…
# At most 45 characters
invitation-title = Einladung
# At most 45 characters
invitation-label = Text mit { $group } und { $link }
# At most 100 characters
invitation-hint = Leer lassen für den Standardtext in der Sprache dieses Servers.

# A choice beside "all", when a role gets permissions that need approval; at most 90 characters
choice-all = alle Berechtigungen, die du hier gibst

## A log channel that refuses entries

# A title
log-closed = Usher kann nicht im Log-Kanal posten
log-closed-text = Discord lehnt Ushers Einträge in { $channel } seit dem { $since } ab. { $count ->
    [one] { $count } Eintrag wartet
   *[other] { $count } Einträge warten
}. Usher postet sie der Reihe nach, sobald es geht. Ein Administrator kann das beheben: `/wa-setup` zeigt, was fehlt.
