### /wa-person find

person-in-groups = Dans { $count } des { $all } groupes
person-in-none = { $all ->
    [one] Introuvable dans le groupe qu’Usher a parcouru.
   *[other] Introuvable dans les { $all } groupes qu’Usher a parcourus.
}
person-no-groups = Tu ne peux voir aucun groupe ici.
person-listed-as = apparaît sous { $id }
person-listed-without-number = apparaît sans numéro de téléphone
person-groups-unread = { $count ->
    [one] Usher n’a pas pu lire les membres de { $count } groupe : { $names }
   *[other] Usher n’a pas pu lire les membres de { $count } groupes : { $names }
}
person-in-doubt = { $count ->
    [one] Dans { $count } groupe, Usher ne peut pas comparer tous les membres : certains apparaissent sans numéro de téléphone ou sont illisibles.
   *[other] Dans { $count } groupes, Usher ne peut pas comparer tous les membres : certains apparaissent sans numéro de téléphone ou sont illisibles.
}
person-accounts-unread = Usher n’a pas pu lister les groupes de { $names }. `/wa-session list` montre les comptes WhatsApp.
person-as-of = Membres lus { $when }.
button-refresh = Actualiser
reading-members = Lecture des membres
reading-members-far = { $read } groupes lus sur { $of }.
one-person-only = Une seule personne à la fois
one-person-only-text = Cette commande concerne une seule personne, et tu en as donné { $given }.
action-person-find = chercher des personnes dans tous les groupes
