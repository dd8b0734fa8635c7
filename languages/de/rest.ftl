### Lists of more people than an account may add in a day.

rest-follows = { $count ->
    [one] Usher fügt die andere Person ab { $time } von selbst hinzu.
   *[other] Usher fügt die anderen { $count } Personen ab { $time } von selbst hinzu, jeden Tag so viele, wie das Tageslimit erlaubt.
}
standing-follows = Noch nicht versucht; Usher fügt sie später hinzu
button-stop-rest = Den Rest nicht hinzufügen
stopped-overdue = Usher hat das nicht begonnen: 24 Stunden lang nach der geplanten Zeit stand etwas im Weg.
rest-cancelled = Der Rest der Liste wird nicht hinzugefügt. Wer hinzugefügt wurde, bleibt in der Gruppe.

rest-title = Der Rest einer Liste
rest-counts = Hinzugefügt: { $added }. Nicht hinzugefügt: { $others }. Noch offen: { $waiting }.
rest-unconfirmed = Nicht bestätigt: { $count }. Sieh in der Gruppe nach.
rest-details = Einzelheiten: `/wa-audit show` mit der Nummer unten.
rest-nobody = { $who }, aus deiner Liste wurde niemand mehr hinzugefügt.
rest-unknown = { $who }, es ist nicht bestätigt, ob der Rest deiner Liste hinzugefügt wurde. Sieh in der Gruppe nach.
rest-failed = { $who }, der Rest deiner Liste wurde nicht hinzugefügt.

wish-add-first = { $people } zu dieser Gruppe hinzufügen: nur die ersten { $most }
wish-add-rest = { $people } zu dieser Gruppe hinzufügen: jetzt die ersten { $most }, die anderen an den folgenden Tagen
wish-add-daily = { $people } zu dieser Gruppe hinzufügen, jeden Tag so viele, wie das Tageslimit erlaubt
