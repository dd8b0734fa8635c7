### Änderungen, deren Antwort verloren ging: was bekannt ist, und was noch geschehen kann.

settling = Usher hat vom WhatsApp-Dienst keine klare Antwort bekommen. Usher prüft bis spätestens { $time }, ob die Änderung ausgeführt wurde.
settling-restarted = Usher wurde währenddessen neu gestartet. Usher prüft bis spätestens { $time }, ob die Änderung ausgeführt wurde.
unconfirmed = Nicht bestätigt
unconfirmed-asked = Dein Auftrag: { $wish }.
unconfirmed-unchanged = Usher hat vom WhatsApp-Dienst keine klare Antwort bekommen. Nach { $seconds ->
    [one] { $seconds } Sekunde
   *[other] { $seconds } Sekunden
} war die Änderung nicht da, sie kann aber noch kommen.
unconfirmed-unclear = Usher hat vom WhatsApp-Dienst keine klare Antwort bekommen. Die Gruppe zeigt weder den alten Stand noch das, was du wolltest; vielleicht kam eine andere Änderung dazwischen.
unconfirmed-candidates = Usher hat vom WhatsApp-Dienst keine klare Antwort bekommen. Eine dieser Gruppen kann die neue sein; Usher kann nicht erkennen, welche:
unconfirmed-not-shown = Usher hat vom WhatsApp-Dienst keine klare Antwort bekommen, und der Dienst zeigt keine Gruppenbilder. Sieh dir die Gruppe in WhatsApp an, bevor du den Befehl wiederholst.
unconfirmed-unreadable = Usher hat vom WhatsApp-Dienst keine klare Antwort bekommen, und Usher konnte die Gruppen danach nicht ansehen. Die Änderung kann ausgeführt sein oder noch kommen.
unconfirmed-unknown = Usher hat vom WhatsApp-Dienst keine klare Antwort bekommen. Die Änderung kann ausgeführt sein oder noch kommen.
unconfirmed-watched = Usher sieht eine Stunde lang wieder nach und sagt dir Bescheid, wenn es doch geschieht. Sieh dir die Gruppe an, bevor du den Befehl wiederholst.
unconfirmed-checked = Zuletzt geprüft { $time }.
button-check-again = Noch einmal prüfen
confirmed-late = Dies wurde als nicht bestätigt gemeldet. Es ist doch geschehen.
confirmed-late-to = { $who }, dies wurde als nicht bestätigt gemeldet. Es ist doch geschehen.
check-over = Das ist schon geklärt. `/wa-audit show` zeigt, wie es ausging.
check-failed = Usher konnte seinen Speicher gerade nicht lesen und hat nichts nachgesehen. Bitte in einer Minute noch einmal drücken.
case-confirmed = Jetzt bestätigt, nachdem es als nicht bestätigt gemeldet war: { $deed }
repeats-unsettled = **Dieselbe Änderung wurde { $time } angefordert und ist noch nicht bestätigt.** Wenn du fortfährst, wird sie vielleicht zweimal ausgeführt.
repeats-yes = Trotzdem fortfahren
still-unsettled = Noch nicht geklärt
still-unsettled-text = Dieselbe Änderung wurde { $time } angefordert, und Usher prüft noch, ob sie ausgeführt wurde. Jetzt wurde nichts geändert, und die Anfrage bleibt offen.
api-error = Der WhatsApp-Dienst ist gescheitert
api-error-text = Der WhatsApp-Dienst hat einen Fehler gemeldet, und die Änderung ist nicht da.
not-sent-text = Usher wurde unterbrochen, bevor es dies gesendet hat. Es wurde nichts geändert. Wiederhole den Befehl, wenn du es noch willst.
name-unchanged = Die Gruppe hat diesen Namen schon. Es wurde nichts geändert.
description-unchanged = Die Gruppe hat diese Beschreibung schon. Es wurde nichts geändert.
created-description-unconfirmed = Es ist nicht bestätigt, dass ihre Beschreibung gesetzt wurde. Sieh dir die Gruppe an.
created-picture-unconfirmed = Es ist nicht bestätigt, dass ihr Bild gesetzt wurde. Sieh dir die Gruppe in WhatsApp an.
