### What was done, told to the person who asked.

renamed = Renommé : **{ $before }** → **{ $after }**
described = La nouvelle description :
description-removed = La description a été supprimée.
picture-set = Le groupe a une nouvelle photo.
left = Le compte a quitté ce groupe.
deleted = Ce groupe a été supprimé.
joined = Le compte a rejoint ce groupe.
sessions = Sessions
sessions-none = L’API des groupes ne connaît aucune des sessions de ce serveur.

created-alone = Le groupe a été créé ; seul le compte s’y trouve.
created-all-joined = Le groupe a été créé, et { $count ->
    [one] { $count } personne l’a rejoint
   *[other] { $count } personnes l’ont rejoint
}.
created-some-joined = Le groupe a été créé ; ajouts réussis : { $joined } sur { $count ->
    [one] { $count } personne
   *[other] { $count } personnes
}.
created-not-described = Sa description n’a pas pu être définie ; réessayez avec `/wa-group describe`.

groups = Groupes
groups-none = Il n’y a ici aucun groupe que vous pouvez voir.
groups-none-found = Aucun groupe que vous pouvez voir n’a « { $search } » dans son nom.
entries-unread = { $count ->
    [one] { $count } autre élément de cette liste n’a pas pu être lu et n’est pas affiché
   *[other] { $count } autres éléments de cette liste n’ont pas pu être lus et ne sont pas affichés
}.

field-owner = Propriétaire
field-admins = Admins
field-admins-now = Admins actuels
field-invited-by = Invitation créée par
field-members-shown = Membres affichés par WhatsApp
admins-unreadable = lecture impossible
previewed = Voici où mène cette invitation. Aucun groupe n’a été rejoint.

invite-shown = Toute personne qui a ce lien peut rejoindre le groupe. Il fonctionne jusqu’à sa révocation.
invite-revoked = L’ancien lien d’invitation ne fonctionne plus. Le nouveau :
invite-revoked-unread = L’ancien lien d’invitation ne fonctionne plus. `/wa-group invite show` affiche le nouveau.
field-invite-needed = Lien d’invitation pour les personnes à inviter
field-rest = Le reste
rest-later = Les personnes dont l’ajout n’a pas été demandé pourront être ajoutées à partir de { $time }.
done-before = C’est fait ; utilisez à nouveau la commande pour le voir.

## What became of people who were to be added. Followed by their number, and by who they are.

standing-added = Ajout effectué
standing-already-member = Déjà dans le groupe
standing-private = Pas d’ajout, leurs paramètres de confidentialité l’interdisent ; envoyez une invitation
standing-must-be-invited = Pas d’ajout, invitation nécessaire
standing-not-added = Pas d’ajout : pas sur WhatsApp, ou ajout par d’autres non autorisé
standing-not-on-whatsapp = Pas sur WhatsApp
standing-left-recently = Départ récent, nouvel ajout pas encore possible ; envoyez une invitation
standing-group-full = Pas d’ajout, le groupe est complet
standing-refused = Refus de WhatsApp ; envoyez une invitation
standing-number-refused = Numéro refusé par le serveur WhatsApp ; vérifiez-le
standing-not-asked = Ajout non demandé ; possible avec la même commande
standing-unconfirmed = Inconnu : ajout demandé, mais non confirmé. Vérifiez les membres avant de réessayer

## Of people who were to be removed.

removal-removed = Retrait effectué
removal-no-member = Pas dans le groupe
removal-creator = A créé le groupe, retrait impossible
removal-own-account = C’est le compte d’Usher lui-même ; utilisez `/wa-group leave`
removal-still-there = Toujours dans le groupe
removal-unconfirmed = Inconnu : retrait demandé, mais non confirmé. Vérifiez les membres avant de réessayer

## Of people who were to become admins, or to be admins no more.

admin-made = Désormais admin
admin-taken = N’est plus admin
admin-was-already = Était déjà admin
admin-was-none = N’était pas admin
admin-no-member = Pas dans le groupe
admin-creator = A créé le groupe, ne peut pas perdre le rôle d’admin
admin-own-account = C’est le compte d’Usher lui-même, dont Usher ne change pas le rôle ; pour quitter le groupe, utilisez `/wa-group leave`
admin-not-changed = Non modifié par WhatsApp
admin-unconfirmed = Inconnu : changement demandé, mais non confirmé. Vérifiez les admins avant de réessayer

## WhatsApp accounts, and why one is not connected.

status-connected = connecté
status-connecting = connexion en cours
status-disconnected = non connecté
reason-scan-qr = le QR code doit être scanné avec le téléphone
reason-auto-reconnect = il se reconnecte tout seul
reason-failed = la connexion a échoué
reason-manual-stop = quelqu’un l’a arrêté
reason-qr-timeout = le QR code n’a pas été scanné à temps
reason-logged-out = le téléphone l’a déconnecté
reason-temporary-ban = WhatsApp a banni le compte temporairement
reason-stream-error = WhatsApp a mis fin à la connexion
