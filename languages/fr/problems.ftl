### Why somebody did not get what they asked for: a title, and what happened, whether anything changed, what to do next.

only-in-server = Sur un serveur uniquement
only-in-server-text = Usher fonctionne dans les salons d’un serveur, pas en messages privés.
not-set-up = Non configuré ici
not-set-up-text = Ce serveur ne figure pas dans la configuration d’Usher ; personne ne peut donc l’utiliser ici. La personne qui gère le bot peut l’ajouter. L’identifiant du serveur : `{ $server }`
no-such-session = Session introuvable
no-such-session-text = Ce serveur n’a pas cette session. Ses sessions : { $sessions }. Rien n’a été modifié.
no-such-group = Groupe introuvable
no-such-group-text = Il n’y a aucun groupe nommé { $name } que vous pouvez utiliser pour cela. Choisissez l’un des groupes proposés pendant que vous tapez, ou consultez `/wa-group list`. Rien n’a été modifié.
which-group = Quel groupe ?
which-group-text = Le nom { $name } est celui de plusieurs groupes. Utilisez l’identifiant de celui que vous voulez :
no-longer-good = Plus valable
no-longer-good-text = Cette question a déjà reçu une réponse, ou son délai est écoulé. Cet appui n’a rien modifié. Si vous y avez déjà répondu, attendez le résultat ; sinon, utilisez à nouveau la commande si vous le souhaitez toujours.
not-yours = Pas à vous
not-yours-text = Seule la personne qui a utilisé la commande peut répondre.
wrong-name = Ce n’est pas le bon nom
wrong-name-text = Ce que vous avez tapé n’est pas le nom de ce groupe. Rien n’a été supprimé. Appuyez de nouveau sur le bouton et tapez ce nom :
wrong-group-id = C’est un autre identifiant
wrong-group-id-text = Ce que vous avez saisi n’est pas l’identifiant de ce groupe. Rien n’a été supprimé. Appuyez à nouveau sur le bouton et saisissez cet identifiant :
no-such-case = Dossier introuvable
no-such-case-text = Il n’y a aucun dossier de ce numéro que vous pouvez voir. `/wa-audit recent` affiche les derniers.

## Usher itself

elsewhere = Ailleurs
elsewhere-text = Une autre instance d’Usher s’occupe de cela.
not-written = Enregistrement impossible
not-written-text = Usher consigne tout ce qu’il fait, et n’y arrive pas en ce moment. Rien n’a donc été fait. Réessayez dans une minute.
too-late = Trop tard
too-late-text = Discord n’a pas reçu à temps la première réponse d’Usher. Rien n’a été modifié. Utilisez à nouveau la commande si vous le souhaitez toujours.
cut-short = Interrompu
cut-short-text = Usher a été interrompu avant de commencer. Rien n’a été modifié. Utilisez à nouveau la commande si vous le souhaitez toujours.
too-much-at-once = Trop de choses à la fois
too-much-at-once-text = Usher a trop à faire en ce moment. Rien n’a été modifié. Réessayez dans une minute.
restarting = Redémarrage
restarting-text = Usher redémarre. Rien n’a été modifié. Réessayez dans une minute.
unreadable = Usher n’a pas pu lire cela
unreadable-text = Discord a envoyé à Usher quelque chose que cette version ne comprend pas. Rien n’a été modifié. Prévenez la personne qui exploite Usher ; la référence ci-dessous permet de le retrouver dans le journal.
unknown-command = Commande inconnue
unknown-command-text = Cette commande n’existe plus dans Usher. Redémarrez votre application Discord pour voir les commandes actuelles. Rien n’a été modifié.
fault = Erreur d’Usher
fault-text = Un problème est survenu dans Usher. Vérifiez le groupe avant de réessayer : il a peut-être été modifié. La personne qui gère le bot trouvera la cause dans son log avec la référence ci-dessous.

## Refusals

refused = Vous n’avez pas ce droit
refused-needs = Cela nécessite { $capability }.
refused-elsewhere = Cela nécessite { $capability }, que vous avez pour d’autres groupes ou sessions.
refused-only-asked = Cela nécessite { $capability }, que vous pouvez seulement demander, et cette commande ne peut pas faire l’objet d’une demande.
refused-nobody = Aucun rôle n’a ce droit ici, mais les administrateurs du serveur l’ont.
refused-one-role = Le rôle { $role } a ce droit.
refused-roles = Les rôles { $roles } ont ce droit.

## Bad input

does-not-work = Cela ne marche pas
# Follows each of the sentences below
nothing-sent = Rien n’a été envoyé.
bad-session = Un nom de session compte de 1 à 64 lettres, chiffres, points, tirets ou tirets bas.
bad-group = Un identifiant de groupe ressemble à 120363012345678901@g.us.
bad-group-for-person = C’est l’identifiant d’un groupe, pas d’une personne.
bad-person = Indiquez une personne par son numéro de téléphone avec l’indicatif du pays, par exemple +55 11 99999-9999, ou par un identifiant qui se termine par @lid.
bad-phone = Un numéro de téléphone compte de 7 à 15 chiffres, en commençant par l’indicatif du pays.
bad-invite = Une invitation est un lien comme https://chat.whatsapp.com/… ou le code à la fin de ce lien.
bad-several-invites = Il y a ici plusieurs liens d’invitation différents. Indiquez seulement celui que vous voulez.
bad-name-empty = Le nom d’un groupe ne peut pas être vide : il faut un caractère visible.
bad-name-long = Le nom d’un groupe ne peut pas dépasser { $max } caractères ; celui-ci en compte { $given }.
bad-description-long = Une description ne peut pas dépasser { $max } caractères ; celle-ci en compte { $given }.
bad-picture-url = L’adresse d’une photo commence par https:// et ne contient ni nom d’utilisateur ni mot de passe.
bad-picture-url-private = L’adresse d’une image doit se trouver sur l’internet public. Une adresse d’un réseau privé ne convient pas.
bad-picture-url-long = L’adresse d’une image a au plus { $max } caractères ; celle-ci en a { $given }.
option-wanted = Il faut l’une de ces options : { $options }.
too-many-people = Un groupe peut être créé avec { $max } personnes au plus, et il y en a ici { $given } ; ajoutez les autres avec `/wa-group members add`.
nobody-named = Aucune personne indiquée
nobody-named-text = Indiquez au moins une personne, par numéro de téléphone ou identifiant. Rien n’a été envoyé.

## What the groups API answered

not-done = Non fait
perhaps-changed = Cela a peut-être été fait, ou pas : vérifiez vous-même avant de réessayer.
api-says = L’API indique : « { $words } »
try-again-after = Réessayez { $when }.
after-a-minute = dans une minute
after-seconds = dans { $seconds ->
    [one] { $seconds } seconde
   *[other] { $seconds } secondes
}
after-minutes = dans { $minutes ->
    [one] { $minutes } minute
   *[other] { $minutes } minutes
}
api-refused = Refusé par l’API
api-refused-text = L’API des groupes n’a pas accepté cela.
api-key = La clé d’Usher est refusée
api-key-text = L’API des groupes n’accepte pas la clé d’Usher.
api-key-next = La personne qui gère le bot doit en définir une valide ; réessayer ne sert à rien.
api-forbidden = Le compte n’a pas ce droit
api-forbidden-text = WhatsApp ou l’API des groupes ne le permet pas au compte : le plus souvent, il n’est pas admin du groupe.
api-forbidden-next = Un admin du groupe peut le nommer admin ; certaines actions sont réservées au créateur du groupe.
api-not-there = Introuvable
api-not-there-text = L’API des groupes ne connaît pas ce groupe ou cette invitation : le groupe a peut-être été supprimé ou quitté, ou l’invitation révoquée.
api-not-there-next = `/wa-group list` affiche les groupes existants.
api-conflict = Pas possible maintenant
api-conflict-text = L’état actuel du groupe ne le permet pas.
api-pause = Trop de requêtes
api-pause-text = L’API des groupes demande une pause.
api-busy = Occupé
api-busy-text = Trop de requêtes sont en attente pour cette session.
api-trouble = L’API a des difficultés
api-trouble-text = L’API des groupes a échoué plusieurs fois de suite ; Usher la laisse donc tranquille un instant.
account-trouble = Le compte WhatsApp a des difficultés
account-trouble-text = L’API des groupes a échoué plusieurs fois de suite pour le compte « { $session } » ; Usher ne l’utilise donc pas pendant un instant. Les autres comptes ne sont pas touchés.
api-not-connected = Le compte n’est pas connecté
api-not-connected-text = Le compte de la session n’est pas connecté à WhatsApp.
api-not-connected-why = Le compte de la session n’est pas connecté à WhatsApp ({ $reason }).
api-not-connected-next = `/wa-session list` affiche les comptes ; la personne qui gère le compte doit le reconnecter.
api-silent = L’API ne répond pas
api-silent-text = L’API des groupes est injoignable, ou la session n’est pas connectée.
api-silent-next = `/wa-session list` affiche les sessions ; sinon, réessayez dans une minute.
api-lost = La réponse s’est perdue
api-lost-text = L’API des groupes a reçu la requête, mais n’a pas dit comment cela s’est passé.
api-garbled = Réponse incomprise
api-garbled-text = L’API des groupes a donné une réponse qu’Usher ne peut pas lire.
api-garbled-next = Si cela se reproduit, signalez-le à la personne qui gère le bot.

## Limits

too-fast = Trop rapide
too-fast-text = Vous avez fait beaucoup de modifications en une minute. Rien n’a été modifié cette fois. Vous pourrez continuer à partir de { $time }.
asked-too-much-text = Vous avez fait beaucoup de demandes en une minute. Rien n’a été modifié cette fois. Vous pourrez continuer à partir de { $time }.
enough-today = Assez pour aujourd’hui
enough-today-text = WhatsApp bannit les comptes qui ajoutent beaucoup d’inconnus ; ce compte ajoute donc au plus { $budget ->
    [one] { $budget } personne
   *[other] { $budget } personnes
} par 24 heures. Nombre d’ajouts encore possibles maintenant : { $left }. Personne n’a été ajouté.
enough-ever = Impossible d’ajouter autant de personnes en un seul jour : la limite est de { $budget }. Envoyez-leur le lien d’invitation.
enough-until = Toutes ces personnes pourront être ajoutées à partir de { $time } ; envoyer le lien d’invitation est possible dès maintenant.

## Requests, rights and settings

nowhere-to-ask = Nulle part où demander
nowhere-to-ask-text = Vous ne pouvez utiliser { $capability } qu’avec l’approbation de quelqu’un, et ce serveur n’a pas de salon des approbations. Un administrateur peut en définir un avec `/wa-setup`. Rien n’a été modifié.
too-many-requests = Trop de demandes
too-many-requests-text = Nombre de vos demandes ouvertes : { $open }. Vous ne pouvez pas en avoir plus. Attendez une décision, ou annulez une demande avec `/wa-request cancel`. Rien n’a été modifié.
discord-silent = Discord ne répond pas
discord-silent-text = Usher a interrogé Discord, sans obtenir de réponse. Rien n’a été modifié. Réessayez dans une minute.
own-request = Votre propre demande
own-request-text = Quelqu’un d’autre doit en décider ; personne n’approuve sa propre demande.
being-decided = À l’instant
being-decided-text = Usher traite déjà cette demande. La demande indiquera le résultat. Si elle reste ouverte, appuyez de nouveau.
not-as-shown = Pas ce qui était affiché
not-as-shown-text = La demande enregistrée n’est pas celle que ce message affichait. Le message la montre maintenant telle qu’elle est enregistrée : lisez-la, puis appuyez de nouveau.
decided = Déjà décidé
decided-too-late = Cette demande a expiré. Rien n’a été modifié cette fois.
decided-void = Cette demande n’est plus possible : la personne qui l’a faite n’a même plus le droit de demander cela. Rien n’a été modifié cette fois.
decided-otherwise = Cette demande est déjà close : { $how }. Rien n’a été modifié cette fois.
no-such-request = Demande introuvable
no-such-request-text = Vous n’avez aucune demande ouverte avec ce numéro. `/wa-request list` les affiche.
beyond-own = Plus que vos propres droits
beyond-own-text = On ne peut donner que les droits que l’on a soi-même, là où on les donne. Vous n’avez pas : { $capabilities }. Rien n’a été modifié.
fixed = Fixé
fixed-grant = Cela vient du fichier de configuration : la personne qui gère le bot peut le retirer, mais personne ici. Rien n’a été modifié.
fixed-setting = C’est le fichier de configuration qui le fixe. La personne qui gère le bot peut le modifier.
nothing-to-revoke = Rien à retirer
nothing-to-revoke-text = Ce rôle n’a rien reçu de tel ici. `/wa-access show` affiche les autorisations. Rien n’a été modifié.
nothing-to-grant = Rien à ajouter
nothing-to-grant-text = Ce rôle a déjà tout cela. `/wa-access show` affiche les autorisations. Rien n’a été modifié.
no-effect = Sans effet dans un seul groupe
no-effect-text = { $capabilities } ne peut pas être limité à un groupe : cela concerne des groupes qui n’existent pas encore. N’utilisez pas l’option `group`. Rien n’a été modifié.
set-already = Rien à modifier
set-already-text = C’est déjà réglé ainsi. Rien n’a été modifié.
for-administrators = Réservé aux administrateurs
for-administrators-text = Seules les personnes qui ont la permission Administrateur de Discord configurent un serveur. Rien n’a été modifié.
not-a-member = Pas sur ce serveur
not-a-member-text = Cette personne n’est pas membre de ce serveur.
cannot-write = Impossible d’y écrire
cannot-write-text = Usher ne peut pas écrire dans { $channel }. Accordez-lui dans ce salon les permissions Voir le salon, Envoyer des messages et Intégrer des liens, puis choisissez-le à nouveau. Rien n’a été modifié.
# A title
unknown-country = Pays inconnu
unknown-country-text = Usher ne reconnaît pas { $text } comme pays. Écrivez ses deux lettres, comme `BR`, ou son indicatif, comme `+55`. Rien n’a été modifié.
# A title
bad-invitation = Pas une invitation
bad-invitation-text = Le texte doit contenir { $place } à l’endroit du lien et a au plus { $max } caractères. Rien n’a été modifié.
no-such-preset = Le profil { $name } n’existe pas. Profils existants : { $all }.
no-such-capability = Le droit { $name } n’existe pas. Droits existants : { $all }.
