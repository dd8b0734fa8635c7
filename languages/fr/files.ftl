### People by file, pictures, QR codes, pages, and what is attached to an answer.

## People by file

bad-file = Fichier inutilisable
file-too-large = Un fichier ne peut pas dépasser { $max } Mio. Rien n’a été envoyé.
file-too-many = Une liste ne peut pas dépasser { $max } personnes. Rien n’a été envoyé.
file-too-many-cells = Un fichier a au plus { $rows } lignes, { $columns } colonnes et { $cells } cellules. Rien n’a été modifié.
file-too-slow = La lecture de ce fichier a pris trop de temps et Usher s’est arrêté. Joignez un fichier plus petit. Rien n’a été modifié.
file-not-downloaded = Discord n’a pas transmis le fichier à Usher. Joignez-le à nouveau. Rien n’a été envoyé.
# In a list of bad entries of a file
file-line = Ligne { $line }
# Titles of the columns of an attached table
column-line = ligne
column-phone = numéro de téléphone
column-name = nom
column-reason = raison
column-link = lien
column-how = comment il a été lu
column-country = pays
column-result = résultat

## Longer work

# Followed by a bar
working-people = { $done } sur { $all ->
    [one] { $all } personne
   *[other] { $all } personnes
}
working-left = encore { $left }
working-speed = { $speed } par minute
button-stop = Arrêter
stopping = L’opération s’arrêtera dès que la requête en cours aura reçu une réponse. Les personnes qui seront alors dans le groupe y resteront.
stop-gone = Cette tâche est terminée, ou il n’y en a aucune avec ce numéro ici. Rien n’a été arrêté.
stopped-by = { $who } a arrêté cette tâche avant la fin. La même commande fait le reste.
stopped-not-allowed = Usher a arrêté cette tâche avant la fin : la personne qui l’a demandée n’en a plus le droit ici.
stopped-not-a-member = Usher a arrêté cette tâche avant la fin : la personne qui l’a demandée a quitté ce serveur.
stopped-no-server = Usher a arrêté cette tâche avant la fin : Usher n’est plus sur ce serveur.
stopped-unknown = Usher a arrêté cette tâche avant la fin : pendant 10 minutes, il n’a pas pu vérifier si la personne qui l’a demandée en a encore le droit.
report-attached = Le fichier joint donne le détail par personne.
not-added-attached = `{ $file }` contient les personnes non ajoutées. Vous pouvez le joindre tel quel à `/wa-group members add`.

## Those who must be invited

button-invitation = Message à envoyer
invitation-copy = Copiez ce message et envoyez-le aux personnes à inviter :
invitation-links = Ou appuyez sur un numéro : WhatsApp s’ouvre avec le message pour cette personne.
invitation-more = Le fichier joint contient les liens des { $count } personnes.
invitation-without-number = { $count ->
    [one] { $count } personne n’est connue que par un identifiant : il n’y a pas de lien pour elle.
   *[other] { $count } personnes ne sont connues que par un identifiant : il n’y a pas de lien pour elles.
}
# What is sent to people in WhatsApp. No bold here.
invitation = Bonjour ! Rejoignez notre groupe WhatsApp « { $group } » avec ce lien : { $link }

## Pictures

bad-picture = Photo inutilisable
picture-too-large = Une photo ne peut pas dépasser { $max } Mio. Rien n’a été envoyé.
picture-too-many-pixels = Une photo ne peut pas dépasser { $max } mégapixels. Celle-ci fait { $width } × { $height }. Rien n’a été envoyé.
picture-unreadable = Ce n’est pas un fichier PNG, JPEG, WebP ou GIF qu’Usher peut lire. Rien n’a été envoyé.
picture-cut-off = Cette image est tronquée : le fichier se termine avant l’image. Enregistrez-la ou téléchargez-la de nouveau, puis joignez le fichier entier. Rien n’a été modifié.
picture-too-slow = La lecture de cette image a pris trop de temps et Usher s’est arrêté. Joignez une image plus petite. Rien n’a été modifié.
picture-either = Indiquez soit `image`, soit `url`, mais pas les deux. Rien n’a été envoyé.
created-no-picture = Sa photo n’a pas pu être définie ; réessayez avec `/wa-group picture`.
# Read out to those who cannot see it
picture-alt = La nouvelle photo du groupe
qr-alt = QR code du lien d’invitation
qr-hint = Scannez le code ci-dessous avec l’appareil photo d’un téléphone.

## Pages

button-first = Première
button-previous = Précédente
button-next = Suivante
button-last = Dernière
page = Page { $page } sur { $pages }
pages-old = Trop ancien
pages-old-text = Ces boutons étaient valables cinq minutes. Utilisez à nouveau la commande.

## Descriptions

# Title of a window; at most 45 characters
describe-title = Décrire le groupe
# At most 45 characters
describe-field = Description
describe-ready = Usher a récupéré la description actuelle. Appuyez sur le bouton pour la modifier.
button-edit = Modifier…
field-your-text = Votre texte

## Invites in messages, members as a file

no-invite = Pas de lien d’invitation
no-invite-text = Ce message ne contient aucun lien d’invitation WhatsApp.
# Below the preview of the first of them
several-invites = Ce message contient { $count } liens d’invitation différents. Voici le premier : { $link }
button-join = Rejoindre
members-exported = { $count ->
    [one] { $count } membre
   *[other] { $count } membres
}, dans un fichier pour tableur. Il contient des numéros de téléphone : ne le donnez qu’aux personnes qui ont le droit de les voir.
deed-members-exported = { $who } a exporté les membres dans un fichier.
wish-members-export = exporter les membres de ce groupe dans un fichier
wish-picture-file = donner une nouvelle photo à ce groupe
wish-with-picture = { $wish }, avec une photo
