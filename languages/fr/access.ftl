### Permissions of roles, and the setup of a server.

granted = Permissions ajoutées
granted-held = { $role } a maintenant { $rights }{ $scope }
granted-asked = { $role } peut maintenant demander { $rights }{ $scope }
# Below the line before
granted-asked-how = Une personne qui a la permission doit approuver chaque demande.
granted-no-effect = Laissées de côté, car les permissions pour de nouveaux groupes ne peuvent pas être limitées à un groupe : { $capabilities }
granted-footer = Effet immédiat.
revoked = Permissions retirées
revoked-lost = Retirées à { $role } : { $rights }
revoked-footer = Effet immédiat. Les administrateurs ont toujours toutes les permissions.
# Permissions that need approval, in a list
rights-by-approval = { $rights } (avec approbation)
# Follows permissions
in-group = dans { $group }
in-session = avec le compte WhatsApp { $session }

grants = Permissions
grants-none = Aucune permission à afficher ici. Un rôle sans permission ne peut pas utiliser Usher ; les administrateurs le peuvent toujours. Ajoute des permissions avec `/wa-access grant`.
grants-narrow = …et { $more } de plus. Utilise l’option `role` pour voir un seul rôle.
grants-footer = Ce qui est « défini par le propriétaire du bot » ne se modifie pas ici. Les administrateurs peuvent tout faire.
grant-may-ask = peut demander { $rights }
grant-of-file = défini par le propriétaire du bot
grant-of-discord = défini ici

rights-of = Permissions d’une personne
rights-of-administrator = { $who } a la permission Administrateur et peut tout faire.
rights-of-nobody = { $who } n’a aucune permission ici. Ajoute des permissions à l’un de ses rôles avec `/wa-access grant`.
rights-of-somebody = { $who } peut :
# The line goes on with the roles
rights-through = { $capability } · par { $roles }
rights-if-approved = { $capability } · avec approbation · par { $roles }
# $scope is such as “in Alpha Team”
not-everywhere = { $role } seulement { $scope }
field-not = Non autorisé

## Setup

set-up = Configuration
set-up-text = Choisis les salons et un rôle de modération dans les menus ci-dessous. Les boutons changent le pays des numéros de téléphone et le texte des invitations.
set-up-done = ✅ { $what }
set-up-not-set = ⚠️ **Non modifié.** { $why }
set-up-moderators = { $role } peut maintenant voir et modifier les groupes, ajouter et retirer des personnes, et gérer les liens d’invitation.
set-up-log = Salon de logs : { $channel }
set-up-log-gone = Salon de logs désactivé.
set-up-approvals = Salon d’approbation : { $channel }
set-up-approvals-gone = Salon d’approbation désactivé.
set-up-approvals-role = Les nouvelles demandes mentionnent { $role }.
set-up-approvals-role-gone = Les nouvelles demandes ne mentionnent aucun rôle.
set-up-mentions = Mentionne { $role } à chaque nouvelle demande.
set-up-mentions-nobody = ⚠️ **La mention ne prévient personne.** Permets à tout le monde de mentionner ce rôle, ou donne à Usher Mention @everyone, @here, and All Roles dans ce salon.
set-up-role-gone = ⚠️ **Ce serveur n’a pas ce rôle.** Choisis-en un autre.
set-up-alerts = Les alertes sur les comptes WhatsApp mentionnent { $role }.
set-up-alerts-role-gone = ⚠️ **Ce serveur n’a pas ce rôle.** Préviens le propriétaire du bot.
mentions-everyone = C’est @everyone
mentions-everyone-text = Usher ne mentionne jamais @everyone. Choisis un autre rôle. Rien n’a changé.
set-up-no-sessions = Le compte WhatsApp défini pour ce serveur n’existe pas. Préviens le propriétaire du bot.
set-up-unreadable = Usher n’a pas pu lire les comptes. { $why }
set-up-no-log = Non défini. Choisis un salon pour garder une trace de chaque modification et de chaque refus, et recevoir une alerte quand un compte WhatsApp est déconnecté.
set-up-no-approvals = Non défini. Utile seulement si certains rôles doivent demander une approbation.
set-up-no-approvals-no-notices = Non défini. Utile si certains rôles doivent demander une approbation, ou pour être averti quand quelqu’un demande à rejoindre.
set-up-approvals-wanted = ⚠️ **Nécessaire :** certains rôles doivent demander une approbation, mais aucun salon n’est défini pour les demandes.
set-up-footer = Plus d’options : /wa-access grant (d’autres permissions, ou certains groupes seulement)
set-up-fixed = { $setting } (défini par le propriétaire du bot)
set-up-lacks = ⚠️ **Usher ne peut pas y publier.** Donne-lui { $permissions } dans ce salon.
set-up-gone = ⚠️ **Ce serveur n’a pas ce salon.** Choisis-en un autre.
set-up-silent = Usher n’a pas pu vérifier s’il peut y publier.
set-up-log-waits = ⚠️ **Discord refuse ici les entrées d’Usher depuis le { $since }.** { $count ->
    [one] { $count } entrée est
   *[other] { $count } entrées sont
} en attente. Usher les publie dans l’ordre dès que possible.
set-up-no-roles = Aucun. Seuls les administrateurs peuvent utiliser Usher.
set-up-roles-silent = Usher n’a pas pu lire les rôles sur Discord.
set-up-all-roles = Aucun. Chaque rôle a des permissions.
set-up-bare-roles = Ces rôles ne donnent aucune permission dans Usher.
set-up-country = Pays des numéros de téléphone : { $country }
set-up-country-gone = Ce serveur n’a plus de pays propre.
set-up-country-default = { $country } (valeur du propriétaire du bot pour tous les serveurs)
set-up-country-meaning = Les numéros sans indicatif de pays sont lus comme des numéros de ce pays.
set-up-no-country = Non défini. Usher ne peut pas savoir de quel pays est un numéro sans indicatif de pays.
set-up-country-proposed = Suggestion : { $country }, d’après le numéro du compte WhatsApp connecté.
set-up-invitation = Les invitations utilisent maintenant ton propre texte.
set-up-invitation-gone = Les invitations utilisent de nouveau le texte par défaut, dans la langue de ce serveur.
field-accounts = Comptes WhatsApp
field-log-channel = Salon de logs
field-approvals-channel = Salon d’approbation
field-country = Pays des numéros de téléphone
field-invitation = Invitation aux groupes WhatsApp
field-roles-with = Rôles avec permissions
field-roles-without = Rôles sans permission
menu-moderators = Donner les permissions de modération à un rôle
menu-approvals-role = Rôle à mentionner pour les nouvelles demandes
# A button
button-country = Pays…
# A button
button-use-country = Utiliser { $country }
# At most 45 characters
country-title = Pays des numéros de téléphone
# At most 45 characters
country-label = Pays
# At most 100 characters
country-hint = Par exemple BR, +55 ou Brésil. Laisse vide pour retirer le pays propre à ce serveur.
# A button
button-set-invitation = Invitation…
# At most 45 characters
invitation-title = Invitation
# At most 45 characters
invitation-label = Texte avec { $group } et { $link }
# At most 100 characters
invitation-hint = Laisse vide pour utiliser le texte par défaut dans la langue de ce serveur.

# A choice beside "all", when a role gets permissions that need approval; at most 90 characters
choice-all = toutes les permissions données ici

## A log channel that refuses entries

# A title
log-closed = Usher ne peut pas publier dans le salon de logs
log-closed-text = Discord refuse les entrées d’Usher dans { $channel } depuis le { $since }. { $count ->
    [one] { $count } entrée est
   *[other] { $count } entrées sont
} en attente. Usher les publie dans l’ordre dès que possible. Un administrateur peut y remédier : `/wa-setup` montre ce qui manque.
