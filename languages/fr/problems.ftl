### Why somebody did not get what they asked for: a title, and what happened, whether anything changed, what to do next.

only-in-server = Utilise ceci sur un serveur
only-in-server-text = Usher fonctionne dans les salons d’un serveur, pas en messages privés.
not-set-up = Non configuré ici
not-set-up-text = Usher n’est pas configuré pour ce serveur. Demande au propriétaire du bot d’ajouter son ID : `{ $server }`
no-such-session = Compte WhatsApp inconnu
no-such-session-text = Ce serveur n’a pas ce compte WhatsApp. Rien n’a changé. Choisis l’un de ceux-ci : { $sessions }
no-such-group = Groupe introuvable
# $name is what the person typed
no-such-group-text = Usher n’a trouvé aucun groupe { $name } que tu puisses utiliser ici. Rien n’a changé.
which-group = Quel groupe ?
# The groups follow
which-group-text = Plusieurs groupes ont le nom { $name } ici. Choisis ci-dessous celui que tu veux, ou relance la commande avec son ID :
answered-already = Tu as déjà répondu
answered-already-text = Attends le résultat. Cet appui n’a rien changé.
no-longer-good = Plus valable
no-longer-good-text = Tu n’as pas répondu à temps, ou tu as déjà répondu. Cet appui n’a rien changé. Si tu ne vois aucun résultat, relance la commande.
not-yours = Ces boutons ne sont pas pour toi
not-yours-text = Seule la personne qui a lancé la commande peut les utiliser. Pour faire la même chose, lance toi-même la commande.
wrong-name = Le nom ne correspond pas
# The name follows
wrong-name-text = Rien n’a été supprimé. Appuie de nouveau sur le bouton et écris exactement :
wrong-group-id = L’ID ne correspond pas
# The ID follows
wrong-group-id-text = Rien n’a été supprimé. Appuie de nouveau sur le bouton et écris exactement :
no-such-case = Entrée introuvable
no-such-case-text = Le journal n’a aucune entrée avec ce numéro, ou tu ne peux pas la voir. `/wa-audit recent` liste les dernières entrées.

## Usher itself

elsewhere = Réponse déjà en cours
elsewhere-text = Une autre instance d’Usher répond à ceci.
not-written = Temporairement indisponible
not-written-text = Usher ne peut pas écrire dans son journal d’audit en ce moment, donc il n’a rien fait. Réessaie dans une minute.
too-late = Délai dépassé
too-late-text = Discord n’a pas accepté à temps la première réponse d’Usher. Rien n’a changé. Relance la commande si tu le veux toujours.
cut-short = Interrompu
cut-short-text = Usher a redémarré avant de commencer. Rien n’a changé. Relance la commande si tu le veux toujours.
too-much-at-once = Usher est occupé
too-much-at-once-text = Usher a trop à faire en ce moment. Rien n’a changé. Réessaie dans une minute.
restarting = Usher redémarre
restarting-text = Usher n’accepte aucune nouvelle commande avant d’avoir redémarré. Rien n’a changé. Réessaie dans une minute.
unreadable = Usher n’a pas pu lire ceci
unreadable-text = Discord a envoyé quelque chose que cette version d’Usher ne comprend pas. Rien n’a changé. Envoie le code d’erreur ci-dessous au propriétaire du bot.
unknown-command = Commande inconnue
unknown-command-text = Usher n’a plus cette commande. Rien n’a changé. Redémarre Discord (Ctrl+R) pour mettre à jour ta liste de commandes.
fault = Une erreur est survenue
fault-text = C’est une erreur dans Usher. Vérifie le groupe avant de relancer la commande : il a peut-être changé. Envoie le code d’erreur ci-dessous au propriétaire du bot.

## Refusals. $action is such as “rename groups”.

refused = Pas de permission
refused-needs = Tu ne peux pas { $action } ici.
refused-elsewhere = Tu peux { $action }, mais pas ici : seulement dans d’autres groupes ou avec un autre compte WhatsApp.
refused-only-asked = Tu ne peux { $action } qu’avec une approbation, et cette commande ne peut pas être demandée.
refused-nobody = Seuls les administrateurs de ce serveur le peuvent.
refused-one-role = Demande à quelqu’un avec { $role }.
refused-roles = Demande à quelqu’un avec l’un de ces rôles : { $roles }.

## Bad input

does-not-work = Vérifie ta saisie
bad-session = Ce n’est pas le nom d’un compte WhatsApp. Choisis-en un dans la liste.
bad-group = Ce n’est pas un ID de groupe. Choisis un groupe dans la liste.
bad-group-for-person = C’est l’ID d’un groupe, pas d’une personne.
bad-person = Ce n’est pas un numéro de téléphone. Écris-le comme +55 11 99999-9999.
bad-phone = Ce n’est pas un numéro de téléphone. Écris-le avec son indicatif de pays, comme +55 11 99999-9999.
bad-invite = Ce n’est pas un lien d’invitation. Il ressemble à https://chat.whatsapp.com/…
bad-several-invites = Il y a plusieurs liens d’invitation ici. Donne seulement celui que tu veux.
bad-name-empty = Le nom du groupe a besoin d’au moins un caractère visible.
bad-name-long = Nom trop long : { $given } caractères (limite : { $max }).
bad-description-long = Description trop longue : { $given } caractères (limite : { $max }).
bad-picture-url = Le lien de l’image doit commencer par https:// et ne doit contenir ni nom d’utilisateur ni mot de passe.
bad-picture-url-private = Le lien de l’image doit mener à l’internet public, pas à un réseau privé.
bad-picture-url-long = Lien de l’image trop long : { $given } caractères (limite : { $max }).
option-wanted = Ajoute l’une de ces options : { $options }.
too-many-people = Tu peux créer un groupe avec { $max } personnes au plus (tu en as { $given }). Ajoute les autres plus tard avec `/wa-group members add`.
nobody-named = Aucune personne indiquée
nobody-named-text = Ajoute au moins un numéro de téléphone. Rien n’a changé.
nobody-asks = Personne ne demande à rejoindre le groupe
nobody-asks-text = Ce groupe n’a pas de demande d’adhésion en ce moment. Rien n’a changé.

## What the WhatsApp service answered

not-done = Non fait
perhaps-changed = Cela a peut-être marché, ou pas. Vérifie le groupe avant de relancer la commande.
# The service's own words follow
api-says = Détails :
try-again-after = Réessaie { $when }.
after-a-minute = dans une minute
after-seconds = dans { $seconds ->
    [one] { $seconds } seconde
   *[other] { $seconds } secondes
}
after-minutes = dans { $minutes ->
    [one] { $minutes } minute
   *[other] { $minutes } minutes
}
api-refused = WhatsApp a refusé
api-refused-text = Le service WhatsApp n’a pas accepté ce qu’Usher a envoyé.
api-key = Usher ne peut pas se connecter
api-key-text = Le service WhatsApp n’accepte pas la clé d’API d’Usher.
api-key-next = Préviens le propriétaire du bot que la clé n’est pas valide.
api-forbidden = Non autorisé dans WhatsApp
api-forbidden-text = WhatsApp ne laisse pas Usher faire cela. Le plus souvent, c’est parce qu’Usher n’est pas admin du groupe.
api-forbidden-next = Demande à un admin du groupe de nommer admin le numéro d’Usher, puis réessaie. Certaines actions sont réservées au créateur du groupe.
api-no-group = Groupe introuvable dans WhatsApp
api-no-group-text = WhatsApp ne connaît pas ce groupe. Il a peut-être été supprimé, ou Usher n’y est plus.
api-no-group-next = `/wa-group list` affiche tes groupes.
api-no-invite = Le lien d’invitation ne fonctionne pas
api-no-invite-text = WhatsApp ne connaît pas ce lien d’invitation. Il est peut-être mal écrit ou révoqué.
api-no-invite-next = Demande un nouveau lien.
api-conflict = Pas possible en ce moment
api-conflict-text = L’état actuel du groupe ne le permet pas.
api-no-join = Usher n’a pas pu rejoindre le groupe
api-no-join-text = WhatsApp n’a pas laissé Usher rejoindre le groupe avec ce lien. Usher est peut-être déjà dans ce groupe.
api-no-join-next = `/wa-group list` affiche tes groupes.
api-pause = WhatsApp limite les requêtes
api-pause-text = Le service WhatsApp demande à Usher d’attendre.
api-busy = Compte WhatsApp occupé
api-busy-text = Trop de commandes attendent pour ce compte WhatsApp.
api-trouble = Le service WhatsApp est en panne
api-trouble-text = Le service WhatsApp a échoué plusieurs fois de suite, donc Usher attend avant de réessayer.
account-trouble = Le compte WhatsApp a des problèmes
account-trouble-text = Le service WhatsApp a échoué plusieurs fois de suite pour le compte { $session } uniquement, donc Usher attend avant d’utiliser à nouveau ce compte. Les autres comptes ne sont pas touchés.
api-not-connected = WhatsApp est déconnecté
api-not-connected-text = Le compte WhatsApp n’est pas connecté.
api-not-connected-why = Le compte WhatsApp n’est pas connecté ({ $reason }).
api-not-connected-next = `/wa-session list` affiche les comptes. S’il reste déconnecté, préviens le propriétaire du bot.
api-silent = Service WhatsApp injoignable
api-silent-text = Usher ne peut pas joindre le service WhatsApp, ou le compte WhatsApp n’est pas connecté.
api-silent-next = `/wa-session list` affiche les comptes. Sinon, réessaie dans une minute.
api-lost = Pas de confirmation
api-lost-text = Usher n’a pas reçu de réponse claire du service WhatsApp.
api-garbled = Réponse inattendue
api-garbled-text = Le service WhatsApp a donné une réponse qu’Usher ne peut pas lire.
api-garbled-next = Si cela se reproduit, envoie le code d’erreur ci-dessous au propriétaire du bot.

## Limits. $time is such as “in 6 seconds”.

too-fast = Moins vite
too-fast-text = { $count ->
    [one] Tu peux modifier des groupes une fois par minute. Rien n’a changé. Réessaie à { $time }.
   *[other] Tu peux modifier des groupes { $count } fois par minute. Rien n’a changé. Réessaie à { $time }.
}
too-fast-strict = { $count ->
    [one] Tu peux créer des groupes et ajouter des personnes une fois par minute. Rien n’a changé. Réessaie à { $time }.
   *[other] Tu peux créer des groupes et ajouter des personnes { $count } fois par minute. Rien n’a changé. Réessaie à { $time }.
}
asked-too-much-text = Tu as lancé trop de commandes au cours de la dernière minute. Rien n’a changé. Tu peux continuer { $time }.
enough-today = Limite quotidienne atteinte
enough-today-text = Pour éviter un bannissement par WhatsApp, ce compte ajoute au plus { $budget ->
    [one] { $budget } personne
   *[other] { $budget } personnes
} en 24 heures. Ajouts encore possibles maintenant : { $left }. Personne n’a été ajouté.
enough-ever = C’est plus que la limite quotidienne ({ $budget }). Envoie-leur le lien d’invitation.
enough-until = Tu pourras les ajouter toutes à partir du { $time }, ou envoyer dès maintenant le lien d’invitation.

## Requests, permissions and settings

nowhere-to-ask = Pas de salon d’approbation
nowhere-to-ask-text = Il te faut une approbation pour { $action }, mais ce serveur n’a pas de salon d’approbation. Rien n’a changé. Demande à un administrateur d’en définir un avec `/wa-setup`.
too-many-requests = Trop de demandes ouvertes
too-many-requests-text = Tu as { $open } demandes ouvertes, et c’est la limite. Rien n’a changé. Attends une décision, ou retire une demande avec `/wa-request cancel`.
discord-silent = Discord ne répond pas
discord-silent-text = Usher a interrogé Discord et n’a pas eu de réponse. Rien n’a changé. Réessaie dans une minute.
own-request = C’est ta propre demande
own-request-text = Tu ne peux pas approuver ta propre demande. Quelqu’un d’autre doit décider.
being-decided = Déjà en cours de traitement
being-decided-text = Usher traite déjà cette demande. La demande affiche le résultat. Si elle reste ouverte, appuie de nouveau.
not-as-shown = La demande est différente
not-as-shown-text = Usher a enregistré une autre demande que celle que ce message affichait. Le message affiche maintenant celle qui est enregistrée : lis-la, puis appuie de nouveau.
decided = Déjà décidé
decided-too-late = Cette demande a expiré. Rien n’a changé.
decided-void = La personne qui a fait la demande n’a plus la permission de demander cela. Rien n’a changé.
decided-otherwise = Cette demande est déjà { $how }. Ton appui n’a rien changé.
no-such-request = Demande introuvable
no-such-request-text = Tu n’as aucune demande ouverte avec ce numéro. `/wa-request list` affiche tes demandes.
beyond-own = Tu ne peux pas donner ces permissions
beyond-own-text = Tu ne les as pas toi-même ici : { $capabilities }. Rien n’a changé.
fixed = Défini par le propriétaire du bot
fixed-grant = Cette permission est dans le fichier de configuration. Rien n’a changé. Seul le propriétaire du bot peut la modifier.
fixed-setting = C’est défini dans le fichier de configuration. Rien n’a changé. Seul le propriétaire du bot peut le modifier.
nothing-to-revoke = Rien à retirer
nothing-to-revoke-text = Ce rôle n’a pas de permission de ce genre donnée ici. Rien n’a changé. `/wa-access show` liste les permissions.
nothing-to-grant = Rien à ajouter
nothing-to-grant-text = Ce rôle a déjà toutes ces permissions. Rien n’a changé. `/wa-access show` liste les permissions.
no-effect = Pas possible pour un seul groupe
no-effect-text = { $capabilities } ne peut pas être limité à un groupe, car cela concerne de nouveaux groupes. Rien n’a changé. N’utilise pas l’option `group`.
set-already = Rien à changer
set-already-text = C’est déjà défini ainsi. Rien n’a changé.
for-administrators = Réservé aux administrateurs
for-administrators-text = Il te faut la permission Administrateur de ce serveur pour utiliser `/wa-setup`. Rien n’a changé.
not-a-member = Pas sur ce serveur
not-a-member-text = Cette personne n’est pas membre de ce serveur. Rien n’a changé.
cannot-write = Usher ne peut pas y publier
cannot-write-text = Usher ne peut pas publier dans { $channel }. Rien n’a changé. Accorde-lui dans ce salon les permissions Voir le salon, Envoyer des messages et Intégrer des liens, puis choisis-le à nouveau.
# A title
unknown-country = Pays inconnu
# $text is what the person typed
unknown-country-text = Usher ne reconnaît pas { $text } comme pays. Rien n’a changé. Écris ses deux lettres, comme `BR`, ou son indicatif, comme `+55`.
# A title
bad-invitation = Impossible d’utiliser ce texte
bad-invitation-text = Le texte doit contenir { $place } à l’endroit du lien, et peut avoir jusqu’à { $max } caractères. Rien n’a changé.
no-such-preset = Le profil { $name } n’existe pas dans Usher. Choisis l’un de ceux-ci : { $all }.
no-such-capability = La permission { $name } n’existe pas dans Usher. Choisis parmi : { $all }.
