### Requests: somebody asks for what they may do only with somebody's approval. "Wishes" say what for.

request-asks = { $who } demande à { $wish }.
request-asked = { $who } a demandé à { $wish }.
request-you-asked = Vous avez demandé à { $wish }.
request-waits = L’approbation de quelqu’un est nécessaire ; Usher l’a donc demandée pour vous : { $wish }.

field-needs = Droit nécessaire
field-asked-in = Demandé dans
field-good-until = Expiration
field-not-carried-out = Non exécuté
field-not-shown = Tout n’est pas affiché
request-more-people = { $shown } personnes sur { $people } sont nommées ici. **Détails** contient un fichier avec toutes.
request-more-text = Le texte est trop long pour être affiché ici en entier. **Détails** le contient sous forme de fichier.
request-more-picture = **Détails** montre l’image.
field-invite-link = Lien d’invitation
# Each followed by a text of the asker's own, in a block
field-new-name = Nouveau nom
field-new-picture = Adresse de la photo
field-approved-by = Approuvé par
button-approve = Approuver
button-deny = Refuser
button-details = Détails
can-be-approved-again = Elle peut être approuvée à nouveau.
press-unread = Lecture impossible
press-unread-text = Usher ne peut pas lire son stockage pour le moment et ne sait pas ce que votre clic a donné. La demande le montre : tant qu’elle a ses boutons, réessayez dans une minute.

request-posted = La demande a été publiée pour les personnes qui peuvent décider. Usher vous informera de l’issue.
request-posted-later = La demande n’a pas encore pu être publiée ; Usher réessaie. Usher vous informera de l’issue.
request-not-posted = **La demande ne peut pas être publiée :** Usher n’a pas le droit d’écrire dans le salon des approbations, ou ce salon n’existe plus. Un administrateur peut y remédier avec `/wa-setup` ; Usher réessaie tant que la demande est valable.
request-take-back = /wa-request cancel annule la demande

# Title of a window; at most 45 characters
deny-title = Refuser cette demande
# At most 45 characters
deny-field = Motif, transmis à la personne (facultatif)

requests = Demandes
requests-none = Il n’y a aucune demande depuis un jour. Pour faire ce qui exige l’approbation de quelqu’un, utilisez simplement la commande : Usher fait alors la demande.
request-line = { $who } : { $wish } dans **{ $title }** · { $state }
request-taken-back = La demande { $request } a été annulée. Rien n’a été modifié.

## How a request stands

state-open = ouverte, expiration : { $time }
state-open-unposted = ouverte, pas encore publiée, expiration : { $time }
state-open-unpostable = ouverte, **ne peut pas être publiée**, expiration : { $time }
state-approved = approuvée par { $by }
state-denied = refusée par { $by }
state-cancelled = annulée
state-expired = expirée
state-void = plus possible

somebody = Quelqu’un
ending-open = La demande est ouverte. Expiration : { $time }.
ending-being-done = { $by } a approuvé la demande. Elle est en cours d’exécution.
ending-nothing = { $by } a approuvé la demande. Elle a été exécutée et n’a rien modifié.
ending-deed = { $by } a approuvé la demande : { $deed }
ending-done = { $by } a approuvé la demande. Elle a été exécutée.
ending-trouble = { $by } a approuvé la demande. { $trouble }
ending-denied = { $by } a refusé la demande. Rien n’a été modifié.
ending-why = Motif :
ending-cancelled = La personne qui a fait la demande l’a annulée. Rien n’a été modifié.
ending-expired = Personne n’a décidé à temps. Rien n’a été modifié.
ending-void = { $by } a approuvé la demande, mais elle n’est plus possible : { $who } n’a même plus le droit de demander cela. Rien n’a été modifié.
trouble-unknown = **Il n’est pas confirmé que cela a été fait** ({ $cause }).
trouble-watched = Usher regarde encore pendant une heure.
trouble-failed = Échec ({ $cause }) ; rien n’a été modifié.
trouble-other = Exécution impossible ({ $cause }). Rien n’a été modifié.

about-invite = Une invitation

## Wishes. They follow "asks to".

wish-create = créer un groupe
wish-create-with = créer un groupe avec { $people }
wish-rename = renommer ce groupe
wish-undescribe = supprimer la description de ce groupe
wish-describe = changer la description de ce groupe
wish-leave = faire quitter ce groupe au compte
wish-delete = **supprimer ce groupe pour tous ses membres**
wish-join = faire rejoindre un groupe au compte par un lien d’invitation
wish-add = ajouter { $people } à ce groupe
wish-remove = retirer { $people } de ce groupe
wish-promote = donner le rôle d’admin à { $people }
wish-demote = retirer le rôle d’admin à { $people }
wish-show-invite = voir le lien d’invitation de ce groupe
wish-revoke-invite = révoquer le lien d’invitation de ce groupe et en créer un nouveau
wish-show = voir ce groupe
wish-members = voir les membres de ce groupe
wish-list = voir la liste des groupes
wish-preview = voir où mène un lien d’invitation
wish-sessions = voir les comptes WhatsApp
