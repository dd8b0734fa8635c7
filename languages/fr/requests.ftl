### Requests: somebody asks for what they may do only with approval. "Wishes" say what for.

request-asks = { $who } veut { $wish }.
request-asked = { $who } voulait { $wish }.
request-you-asked = Tu voulais { $wish }.
request-waits = **En attente d’approbation :** { $wish }.

field-needs = Permission nécessaire
field-asked-in = Demandé dans
field-good-until = Expire
field-not-carried-out = Remarque
field-not-shown = Tout n’est pas affiché
request-more-people = Ici s’affichent { $shown } personnes sur { $people }. **Détails** contient un fichier avec toutes.
request-more-text = Le texte est trop long pour être affiché ici. **Détails** le contient en entier dans un fichier.
request-more-picture = **Détails** affiche l’image.
field-invite-link = Lien d’invitation
# Each followed by a text of the requester's own, in a block
field-new-name = Nouveau nom
field-new-picture = Lien de l’image
field-new-settings = Nouveaux paramètres
field-approved-by = Approuvée par
button-approve = Approuver
button-deny = Refuser
button-details = Détails
can-be-approved-again = Tu peux l’approuver à nouveau.
press-unread = Résultat pas encore connu
press-unread-text = Usher ne peut pas lire ses données en ce moment, donc il ne connaît pas le résultat de ton appui. La demande l’affiche. Si elle a encore ses boutons dans une minute, appuie de nouveau.

request-posted = Usher l’a envoyée aux personnes qui peuvent l’approuver. Usher te préviendra.
request-posted-later = Usher n’a pas encore pu la publier et continue d’essayer. Usher te préviendra.
request-not-posted = ⚠️ **Usher ne peut pas publier dans le salon d’approbation.** Demande à un administrateur d’y remédier avec `/wa-setup`. Usher continue d’essayer jusqu’à ce que la demande expire.
request-take-back = Retirer : /wa-request cancel

# Title of a window; at most 45 characters
deny-title = Refuser cette demande
# At most 45 characters
deny-field = Motif (facultatif ; visible pour la personne)

requests = Demandes
requests-none = Aucune demande au cours des dernières 24 heures.
request-line = { $who } : { $wish } · **{ $title }** · { $state }
request-taken-back = Demande #{ $request } retirée. Rien n’a changé.

## How a request stands

state-open = ouverte, expire le { $time }
state-open-unposted = ouverte, pas encore publiée, expire le { $time }
state-open-unpostable = ouverte, **Usher ne peut pas la publier**, expire le { $time }
state-approved = approuvée par { $by }
state-denied = refusée par { $by }
state-cancelled = retirée
state-expired = expirée
state-void = plus possible

somebody = quelqu’un
ending-open = Ouverte, expire le { $time }.
ending-being-done = Approuvée par { $by }. Usher s’en occupe.
ending-nothing = Approuvée par { $by }. Il n’y avait rien à changer, ou rien n’a pu être changé.
# A sentence follows
ending-approved = Approuvée par { $by }.
ending-done = Approuvée par { $by }. C’est fait.
ending-denied = Refusée par { $by }. Rien n’a changé.
# The reason follows
ending-why = Motif :
ending-cancelled = { $who } a retiré cette demande. Rien n’a changé.
ending-expired = Personne n’a décidé à temps. Rien n’a changé.
ending-void = { $by } l’a approuvée, mais { $who } n’a plus la permission de la faire. Rien n’a changé.
trouble-unknown = **Non confirmé** ({ $cause }). Cela a peut-être marché, ou pas.
trouble-watched = Usher continue de vérifier pendant une heure.
trouble-failed = Non fait ({ $cause }). Rien n’a changé.
trouble-other = Non fait ({ $cause }). Rien n’a changé.

about-invite = Une invitation

## Wishes. They follow "wants to".

wish-create = créer un groupe
wish-create-with = créer un groupe avec { $people }
wish-rename = renommer ce groupe
wish-undescribe = supprimer la description de ce groupe
wish-describe = changer la description de ce groupe
wish-settings = modifier les paramètres de ce groupe
wish-settings-show = voir les paramètres de ce groupe
wish-join-requests = voir les demandes d’adhésion à ce groupe
wish-approve = accepter { $people } dans ce groupe
wish-decline = refuser la demande d’adhésion de { $people } à ce groupe
wish-leave = faire sortir Usher de ce groupe
wish-delete = **supprimer ce groupe pour tous ses membres**
wish-join = faire entrer Usher dans un groupe avec un lien d’invitation
wish-add = ajouter { $people } à ce groupe
wish-remove = retirer { $people } de ce groupe
wish-promote = donner le rôle d’admin à { $people }
wish-demote = retirer le rôle d’admin à { $people }
wish-show-invite = voir le lien d’invitation de ce groupe
wish-revoke-invite = révoquer le lien d’invitation de ce groupe et en recevoir un nouveau
wish-show = voir ce groupe
wish-members = voir les membres de ce groupe
wish-list = voir la liste des groupes
wish-preview = voir où mène un lien d’invitation
wish-sessions = voir les comptes WhatsApp
