### Sets of groups, and lists of groups in one option.

set-saved = Set gespeichert
set-replaced = Set ersetzt
# The names of the groups follow below
set-saved-text = { $name } enthält jetzt { $count ->
    [one] { $count } Gruppe:
   *[other] { $count } Gruppen:
}
# Below the groups of a set that was saved from other sets
set-left-out = Weggelassen, weil kein WhatsApp-Konto dieses Servers mehr darin ist: { $count ->
    [one] { $count } Gruppe
   *[other] { $count } Gruppen
}
set-footer = Ein Set gibt niemandem Berechtigungen.
set-deleted = Set gelöscht
set-deleted-text = Niemand kann das Set { $name } mehr verwenden. Die Gruppen selbst haben sich nicht geändert.
sets = Sets von Gruppen
sets-none = Hier gibt es keine Sets anzuzeigen. Mit `/wa-set save` speicherst du eines.
sets-file = Die angehängte Datei enthält alle Gruppen dieser Sets.
# Titles of the columns of a file
column-set = Set
column-group = Gruppe
column-group-id = Gruppen-ID

bad-set-name = Dieser Name geht nicht für ein Set
bad-set-name-text = Der Name eines Sets hat höchstens { $max } Zeichen, kein Komma und ist keine Gruppen-ID. Es wurde nichts geändert.
no-such-set = Set nicht gefunden
no-such-set-text = Usher hat kein Set { $name } gefunden, das du löschen kannst. Es wurde nichts geändert.
# A list follows
sets-to-choose = Sets, die du wählen kannst:
set-outside-scope = Du kannst nicht alle Gruppen dieses Sets verwalten
set-outside-scope-text = Das Set { $name } enthält Gruppen, die du nicht verwalten kannst. Deshalb kannst du es weder ersetzen noch löschen. Es wurde nichts geändert. Wähle einen anderen Namen, oder frage jemanden, der in all seinen Gruppen Berechtigungen verwalten kann.
set-too-large = Zu viele Gruppen für ein Set
set-too-large-text = Ein Set kann höchstens { $max } Gruppen enthalten. Dieses hätte { $given }. Es wurde nichts geändert.
too-many-sets = Kein Platz für ein weiteres Set
too-many-sets-text = Dieser Server hat { $max } Sets, mehr sind nicht möglich. Es wurde nichts geändert. Lösche eines mit `/wa-set delete`, oder ersetze eines, indem du seinen Namen verwendest.
set-changed = Jemand anderes hat dieses Set geändert
set-changed-text = Das Set wurde im selben Moment geändert, deshalb hat Usher es so gelassen, wie es jetzt ist. Sieh in `/wa-set list` nach und führe den Befehl dann noch einmal aus.

## Lists of groups

bad-group-list = Einige dieser Gruppen sind nicht klar
# These follow an entry of the list. Names and ids of groups follow
group-unknown = Du kannst hier keine Gruppe und kein Set mit diesem Namen verwenden
group-unknown-like = Du kannst hier keine Gruppe und kein Set mit diesem Namen verwenden. Ähnliche Namen: { $groups }
group-ambiguous = Mehrere Gruppen heißen so. Schreib die ID von einer: { $ids }
# $set: the name of the set, as it must be written
group-or-set = Ein Set heißt genauso. Schreib { $set } für das Set, oder die ID einer Gruppe: { $ids }
set-empty = Dieses Set enthält keine Gruppe, die du hier verwenden kannst
no-groups-named = Keine Gruppe angegeben
no-groups-named-text = Schreib mindestens eine Gruppe oder ein Set in die Option `groups`. Es wurde nichts geändert.
# A choice while a person types; at most 100 characters
choices-too-long = Zu lang für weitere Vorschläge. Tippe den Rest selbst, oder verwende ein Set von Gruppen.
# The last one of the choices while a person types
choices-more-in-list = Tippe, um { $more } weitere zu sehen

## The audit log, and what the commands are for

deed-set-saved = { $who } hat das Set { $name } mit { $count ->
    [one] { $count } Gruppe
   *[other] { $count } Gruppen
} gespeichert.
deed-set-replaced = { $who } hat das Set { $name } durch ein neues mit { $count ->
    [one] { $count } Gruppe
   *[other] { $count } Gruppen
} ersetzt.
deed-set-deleted = { $who } hat ein Set gelöscht: { $name }
action-sets = Sets von Gruppen verwalten
action-sets-list = Sets von Gruppen sehen
