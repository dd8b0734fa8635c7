### Lists of more people than an account may add in a day.

rest-follows = { $count ->
    [one] Usher ajoutera lui-même l’autre personne à partir de { $time }.
   *[other] Usher ajoutera lui-même les { $count } autres personnes à partir de { $time }, chaque jour autant que la limite quotidienne le permet.
}
standing-follows = Pas encore essayé ; Usher les ajoutera plus tard
button-stop-rest = Ne pas ajouter le reste
stopped-overdue = Usher n’a pas pu commencer : pendant 24 heures après l’heure prévue, quelque chose l’en a empêché.
rest-cancelled = Le reste de la liste ne sera pas ajouté. Les personnes déjà ajoutées restent dans le groupe.

rest-title = Le reste d’une liste
rest-counts = Ajoutées : { $added }. Non ajoutées : { $others }. Restent à ajouter : { $waiting }.
rest-unconfirmed = Non confirmées : { $count }. Vérifie le groupe.
rest-details = Détails : `/wa-audit show` avec le numéro ci-dessous.
rest-nobody = { $who }, personne d’autre de ta liste n’a été ajouté.
rest-unknown = { $who }, il n’est pas confirmé que le reste de ta liste a été ajouté. Vérifie le groupe.
rest-failed = { $who }, le reste de ta liste n’a pas été ajouté.

wish-add-first = ajouter { $people } à ce groupe : seulement les { $most } premières
wish-add-rest = ajouter { $people } à ce groupe : les { $most } premières maintenant, les autres les jours suivants
wish-add-daily = ajouter { $people } à ce groupe, chaque jour autant que la limite quotidienne le permet
