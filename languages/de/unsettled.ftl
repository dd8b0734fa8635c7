### Changes whose answer was lost: what is known of them, and what may still happen.

settling = Usher hat vom WhatsApp-Dienst keine klare Antwort bekommen und prüft, ob die Änderung ausgeführt wurde. Die Prüfung endet spätestens { $time }.
settling-restarted = Usher wurde während dieses Befehls neu gestartet und prüft, ob die Änderung ausgeführt wurde. Die Prüfung endet spätestens { $time }.
unconfirmed = Nicht bestätigt
unconfirmed-asked = Du wolltest { $wish }.
unconfirmed-unchanged = Usher hat vom WhatsApp-Dienst keine klare Antwort bekommen. Nach { $seconds ->
    [one] { $seconds } Sekunde
   *[other] { $seconds } Sekunden
} war die Änderung nicht da, sie kann aber noch kommen.
unconfirmed-unclear = Usher hat vom WhatsApp-Dienst keine klare Antwort bekommen. Die Gruppe zeigt weder den alten Stand noch das, was du wolltest. Vielleicht kam eine andere Änderung dazwischen.
unconfirmed-candidates = Usher hat vom WhatsApp-Dienst keine klare Antwort bekommen. Eine dieser Gruppen kann die neue sein; Usher weiß nicht, welche:
unconfirmed-not-shown = Usher hat vom WhatsApp-Dienst keine klare Antwort bekommen, und der Dienst zeigt keine Gruppenbilder. Prüfe die Gruppe in WhatsApp, bevor du den Befehl noch einmal ausführst.
unconfirmed-unreadable = Usher hat vom WhatsApp-Dienst keine klare Antwort bekommen und konnte die Gruppen danach nicht prüfen. Die Änderung kann ausgeführt sein oder noch kommen.
unconfirmed-unknown = Usher hat vom WhatsApp-Dienst keine klare Antwort bekommen. Die Änderung kann ausgeführt sein oder noch kommen.
unconfirmed-watched = Usher prüft eine Stunde lang weiter und benachrichtigt dich, wenn die Änderung kommt. Prüfe die Gruppe, bevor du den Befehl noch einmal ausführst.
unconfirmed-checked = Zuletzt geprüft: { $time }.
button-check-again = Noch einmal prüfen
confirmed-late = Usher hatte das als nicht bestätigt gemeldet. Es ist doch passiert.
confirmed-late-to = { $who }, Usher hatte das als nicht bestätigt gemeldet. Es ist doch passiert.
check-over-title = Schon geklärt
check-over = Es gibt nichts mehr zu prüfen. `/wa-audit show` zeigt das Ergebnis.
check-failed-title = Nicht geprüft
check-failed = Usher kann seine Daten gerade nicht lesen und hat deshalb nichts geprüft. Drücke in einer Minute noch einmal.
case-confirmed = Später bestätigt: { $deed }
repeats-unsettled = **Dieselbe Änderung wurde { $time } angefordert und ist noch nicht bestätigt.** Wenn du fortfährst, passiert sie vielleicht zweimal.
repeats-yes = Trotzdem fortfahren
still-unsettled = Noch nicht bestätigt
still-unsettled-text = Dieselbe Änderung wurde { $time } angefordert, und Usher prüft noch, ob sie ausgeführt wurde. Dieser Klick hat nichts geändert, und die Anfrage bleibt offen.
api-error = Fehler im WhatsApp-Dienst
api-error-text = Der WhatsApp-Dienst hat einen Fehler gemeldet, und die Änderung ist nicht da.
not-sent-text = Usher wurde neu gestartet, bevor das gesendet wurde. Es wurde nichts geändert. Führe den Befehl noch einmal aus, wenn du es noch möchtest.
name-unchanged = Die Gruppe hat diesen Namen schon. Es wurde nichts geändert.
description-unchanged = Die Gruppe hat diese Beschreibung schon. Es wurde nichts geändert.
created-description-unconfirmed = Nicht bestätigt: Die Beschreibung ist vielleicht nicht gesetzt. Prüfe die Gruppe.
created-picture-unconfirmed = Nicht bestätigt: Das Bild ist vielleicht nicht gesetzt. Prüfe die Gruppe in WhatsApp.
