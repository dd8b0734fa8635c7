### People by file, pictures, QR codes, pages, and what is attached to an answer.

## People by file

bad-file = Impossible de lire ce fichier
file-too-large = Ce fichier est trop gros (limite : { $max } Mo). Rien n’a changé.
file-too-many = Cette liste est trop longue (limite : { $max } personnes). Rien n’a changé.
file-too-many-cells = Ce fichier est trop gros (limite : { $rows } lignes, { $columns } colonnes et { $cells } cellules). Rien n’a changé.
file-too-slow = La lecture de ce fichier a pris trop de temps et Usher s’est arrêté. Rien n’a changé. Joins un fichier plus petit.
file-not-downloaded = Usher n’a pas pu télécharger le fichier. Rien n’a changé. Joins-le à nouveau.
# In a list of bad entries of a file
file-line = Ligne { $line }
# Titles of the columns of an attached table
column-line = ligne
column-phone = numéro de téléphone
column-name = nom
column-reason = raison
column-link = lien
column-how = lecture du numéro
column-country = pays
column-result = résultat

## Longer work

# Followed by a bar
working-people = { $done } sur { $all ->
    [one] { $all } personne
   *[other] { $all } personnes
}
working-left = encore environ { $minutes ->
    [one] { $minutes } minute
   *[other] { $minutes } minutes
}
working-left-little = encore moins d’une minute
button-stop = Arrêter
# Titles of the answers to the button
stopping-title = Arrêt en cours
stop-gone-title = Rien à arrêter
stopping = Usher s’arrête après l’étape en cours. Ce qui est déjà fait reste fait.
stop-gone = Cette tâche est déjà terminée, ou ce serveur n’a aucune tâche avec ce numéro.
stopped-by = { $who } a arrêté cette tâche avant la fin. Relance la même commande pour faire le reste.
stopped-not-allowed = Usher a arrêté cette tâche avant la fin : la personne qui l’a lancée n’a plus la permission ici.
stopped-not-a-member = Usher a arrêté cette tâche avant la fin : la personne qui l’a lancée a quitté ce serveur.
stopped-no-server = Usher a arrêté cette tâche avant la fin : Usher n’est plus sur ce serveur.
stopped-unknown = Usher a arrêté cette tâche avant la fin : pendant 10 minutes, il n’a pas pu vérifier si la personne qui l’a lancée a encore la permission.
stopped-account-lost = Usher a arrêté cette tâche avant la fin : le compte WhatsApp n’est plus connecté. `/wa-session list` montre pourquoi. Relance la même commande quand il est connecté.
report-attached = Tous les résultats sont dans le fichier joint.
not-added-attached = `{ $file }` contient la liste des personnes non ajoutées. Tu peux le joindre tel quel à `/wa-group members add`.

## Those who must be invited

button-invitation = Voir le message d’invitation
invitation-copy = Copie ce message et envoie-le sur WhatsApp :
invitation-links = Ou choisis un numéro : WhatsApp s’ouvre avec le message pour cette personne.
invitation-more = Le fichier joint contient les liens pour les { $count } personnes.
invitation-without-number = { $count ->
    [one] { $count } personne n’a pas de numéro de téléphone visible, donc pas de lien.
   *[other] { $count } personnes n’ont pas de numéro de téléphone visible, donc pas de lien.
}
# What is sent to people in WhatsApp. No bold here.
invitation = Salut ! Rejoins notre groupe WhatsApp { $group } avec ce lien : { $link }

## Pictures

bad-picture = Impossible d’utiliser cette image
picture-too-large = Cette image est trop grosse (limite : { $max } Mo). Rien n’a changé.
picture-too-many-pixels = Cette image est trop grande : { $width } × { $height } pixels. Rien n’a changé. Utilises-en une de { $max } mégapixels au plus.
picture-unreadable = Usher ne peut pas lire cette image. Rien n’a changé. Utilise PNG, JPEG, WebP ou GIF.
picture-cut-off = Cette image est incomplète : le fichier se termine trop tôt. Rien n’a changé. Enregistre-la ou télécharge-la à nouveau, puis joins le fichier entier.
picture-too-slow = La lecture de cette image a pris trop de temps et Usher s’est arrêté. Rien n’a changé. Joins une image plus petite.
picture-either = Utilise `image` ou `url`, mais pas les deux. Rien n’a changé.
created-no-picture = L’image n’a pas été définie. Essaie `/wa-group picture`.
# Read out to those who cannot see it
picture-alt = La nouvelle image du groupe
qr-alt = QR code du lien d’invitation
qr-hint = Scanne le QR code pour rejoindre le groupe.

## Pages

button-first = Première
button-previous = Précédente
button-next = Suivante
button-last = Dernière
page = Page { $page } sur { $pages }
pages-old = Boutons expirés
pages-old-text = Ces boutons fonctionnent pendant 15 minutes. Relance la commande.

## Descriptions

# Title of a window; at most 45 characters with a name of 25
describe-title = Description de { $group }
# At most 45 characters
describe-field = Description
describe-ready = Prêt. Appuie sur **Modifier…** pour changer la description.
button-edit = Modifier…
field-your-text = Ton texte

## Invites in messages, members as a file

no-invite = Pas de lien d’invitation
no-invite-text = Ce message ne contient aucun lien d’invitation WhatsApp.
# Below the preview of the first of them
several-invites = Ce message contient { $count } liens d’invitation différents. Voici le premier : { $link }
button-join = Rejoindre
members-exported = { $count ->
    [one] { $count } membre exporté
   *[other] { $count } membres exportés
}. Le fichier contient des numéros de téléphone ; partage-le seulement avec des personnes qui peuvent les voir.
deed-members-exported = { $who } a exporté la liste des membres.
wish-members-export = exporter la liste des membres de ce groupe
wish-picture-file = changer l’image de ce groupe
wish-with-picture = { $wish }, avec une image
