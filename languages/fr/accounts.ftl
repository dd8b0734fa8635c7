### Comptes WhatsApp : les alertes dans le salon de journal, et ce que la liste dit de chacun

status-unknown = connexion inconnue
account-listed-since = depuis le { $time }
account-left = personnes qu’il peut encore ajouter aujourd’hui : { $left }

account-lost = Compte WhatsApp déconnecté
account-banned = Compte WhatsApp banni
account-back = Compte WhatsApp à nouveau connecté
account-lost-since = Usher le constate depuis le { $time }. Tant que le compte n’est pas reconnecté, les commandes pour ses groupes échouent.
account-back-after = Il a été déconnecté pendant environ { $duration }, depuis le { $time }.
lasted-seconds = { $count ->
    [one] { $count } seconde
   *[other] { $count } secondes
}
lasted-minutes = { $count ->
    [one] { $count } minute
   *[other] { $count } minutes
}
lasted-hours = { $count ->
    [one] { $count } heure
   *[other] { $count } heures
}
lasted-days = { $count ->
    [one] { $count } jour
   *[other] { $count } jours
}

account-disconnected = Le compte n’a pas de connexion à WhatsApp.
account-disconnected-next = **À faire :** Demande au propriétaire du bot de vérifier le compte dans le service WhatsApp. Souvent, il faut l’y redémarrer ou le reconnecter.
account-reconnecting = Le compte a perdu sa connexion à WhatsApp. Le service WhatsApp essaie de la rétablir.
account-reconnecting-next = **À faire :** Attends. S’il est toujours déconnecté dans 15 minutes, préviens le propriétaire du bot.
account-stopped = Quelqu’un a arrêté le compte dans le service WhatsApp.
account-stopped-next = **À faire :** Demande au propriétaire du bot de l’y redémarrer.
account-missing = Le service WhatsApp ne connaît pas ce compte.
account-missing-next = **À faire :** Préviens le propriétaire du bot. Le compte y a été supprimé, ou il y porte un autre nom que dans la configuration d’Usher.
account-logged-out = Le compte est déconnecté de WhatsApp : sa session est fermée.
account-logged-out-next = **À faire :** Reconnecte-le. Le propriétaire du bot ouvre le QR code dans le service WhatsApp, et quelqu’un le scanne avec le téléphone de ce compte.
account-ban = WhatsApp a banni le compte pour un certain temps.
account-ban-next = **À faire :** Attends. Sur le téléphone de ce compte, WhatsApp affiche la durée du bannissement. Ensuite, n’ajoute personne pendant quelques jours.
