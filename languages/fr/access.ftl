### Rights of roles, and the set-up of a server.

granted = Droits donnés
granted-held = { $role } peut désormais utiliser { $rights }{ $scope }
granted-asked = Une personne qui a ce droit doit approuver : { $role } peut désormais demander { $rights }{ $scope }
granted-no-effect = Sans effet dans un groupe précis : { $capabilities }. Cela concerne des groupes qui n’existent pas encore.
granted-footer = Effet immédiat.
revoked = Droits retirés
revoked-lost = { $role } a perdu { $rights }
revoked-footer = Effet immédiat. Les administrateurs gardent tous les droits.
# Rights that one has only if somebody approves, in a list
rights-by-approval = { $rights } avec approbation
# Follows rights
in-group = dans { $group }
in-session = dans la session { $session }

grants = Autorisations
grants-none = Aucun rôle n’a d’autorisation ici. Les administrateurs peuvent tout faire, les autres rien.
grants-narrow = … et { $more } de plus. L’option `role` permet de réduire la liste.
grants-footer = « fichier » : fixé par la personne qui gère le bot, non modifiable ici. Les administrateurs peuvent tout faire.
grant-may-ask = peut demander { $rights }
grant-of-file = fichier
grant-of-discord = Discord

rights-of = Quels sont ses droits ?
rights-of-administrator = { $who } a la permission Administrateur sur ce serveur et peut donc tout faire.
rights-of-nobody = { $who } ne peut rien faire ici.
rights-of-somebody = { $who } peut utiliser :
rights-through = { $capability } via { $roles }
rights-if-approved = { $capability } avec l’approbation de quelqu’un, via { $roles }
not-everywhere = { $role } (pas partout)
field-not = Non accordés

## Set-up

set-up = Configuration de ce serveur
set-up-text = Ce qui est en place et ce qui manque. Les menus et les boutons ci-dessous permettent de le régler.
set-up-done = **Fait :** { $what }
set-up-not-set = **Non défini :** { $why }
set-up-moderators = { $role } est désormais un rôle de modération.
set-up-log = { $channel } est désormais le salon de logs.
set-up-log-gone = Il n’y a plus de salon de logs.
set-up-approvals = { $channel } est désormais le salon des approbations.
set-up-approvals-gone = Il n’y a plus de salon des approbations.
set-up-no-sessions = L’API des groupes ne connaît aucune des sessions de ce serveur. La personne qui gère le bot doit vérifier sa configuration.
set-up-unreadable = Lecture impossible : { $why }
set-up-no-log = Non défini. Les modifications et les refus ne sont signalés qu’à la personne à l’origine de l’action.
set-up-no-approvals = Non défini. Il devient nécessaire dès que quelqu’un ne peut faire certaines choses qu’avec une approbation.
set-up-approvals-wanted = **Non défini, mais nécessaire :** certains rôles ne peuvent faire certaines choses qu’avec une approbation, et il n’y a aucun endroit où la demander.
set-up-footer = /wa-access grant donne d’autres droits aux rôles, pour certains groupes seulement si vous le souhaitez.
set-up-fixed = { $setting } (fixé par la personne qui gère le bot)
set-up-lacks = **Usher ne peut pas y écrire.** Il lui manque : { $permissions }. Modifiez les permissions du salon.
set-up-gone = **Ce salon n’existe plus.**
set-up-silent = Discord n’a pas indiqué si Usher peut y écrire.
set-up-log-waits = **Discord refuse ici les entrées d’Usher depuis { $since }.** { $count ->
    [one] { $count } entrée attend
   *[other] { $count } entrées attendent
}. Usher les garde et les publie dans l’ordre dès que possible.
set-up-no-roles = Aucun : seuls les administrateurs peuvent utiliser Usher.
set-up-roles-silent = Discord n’a pas indiqué quels rôles existent.
set-up-all-roles = Aucun : chaque rôle a une autorisation.
set-up-bare-roles = Ils ne peuvent rien faire ; il n’y a donc rien à régler pour eux ici.
set-up-country = Les numéros sans indicatif de pays sont désormais lus comme des numéros de ce pays : { $country }.
set-up-country-gone = Ce serveur n’a plus de pays à lui.
set-up-country-default = { $country } (fixé pour tous les serveurs par la personne qui gère le bot)
set-up-country-meaning = Les numéros sans indicatif de pays sont lus comme des numéros de ce pays.
set-up-no-country = Non défini. Usher ne peut pas savoir de quel pays est un numéro sans indicatif de pays.
set-up-country-proposed = Proposition : { $country }, d’après le numéro du compte WhatsApp connecté.
set-up-invitation = Les invitations ont désormais votre propre texte.
set-up-invitation-gone = Les invitations ont désormais le texte dans la langue de ce serveur.
field-accounts = Comptes WhatsApp
field-log-channel = Salon de logs
field-approvals-channel = Salon des approbations
field-country = Pays des numéros de téléphone
field-invitation = Invitation aux groupes WhatsApp
field-roles-with = Rôles avec autorisations
field-roles-without = Rôles sans autorisation
menu-moderators = Définir un rôle de modération
# A button
button-country = Pays…
# A button
button-use-country = Utiliser { $country }
# At most 45 characters
country-title = Pays des numéros de téléphone
# At most 45 characters
country-label = Pays
# At most 100 characters
country-hint = BR, +55 ou Brésil. Vide : aucun pays à lui.
# A button
button-set-invitation = Invitation…
# At most 45 characters
invitation-title = Invitation
# At most 45 characters
invitation-label = Texte avec { $group } et { $link }
# At most 100 characters
invitation-hint = Vide : le texte dans la langue de ce serveur

# A choice beside "all", when a role is given rights that need approval; at most 90 characters
choice-all = tout ce que contient cette autorisation

## A log channel that refuses entries

# A title
log-closed = Usher ne peut pas écrire dans le salon de logs
log-closed-text = Discord refuse les entrées d’Usher dans { $channel } depuis { $since }. { $count ->
    [one] { $count } entrée attend
   *[other] { $count } entrées attendent
}. Usher les garde et les publie dans l’ordre dès que possible. Un administrateur peut changer le salon ou ses permissions : `/wa-setup` montre ce qui manque.
