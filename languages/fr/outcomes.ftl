### What was done, told to the person who asked.

renamed = Renommé : **{ $before }** → **{ $after }**
# The text follows
described = Description modifiée :
description-removed = Description supprimée.
picture-set = Image modifiée.
left = Usher a quitté ce groupe.
deleted = Groupe supprimé pour tous ses membres.
joined = Usher a rejoint ce groupe.
sessions = Comptes WhatsApp
sessions-none = Le service WhatsApp ne connaît aucun compte de ce serveur. Préviens le propriétaire du bot.

created-alone = Groupe créé. Usher y est seul. Ajoute des personnes avec `/wa-group members add`.
created-all-joined = Groupe créé. Ajout de { $count ->
    [one] { $count } personne
   *[other] { $count } personnes
}.
created-some-joined = Groupe créé. Ajout de { $joined } sur { $count ->
    [one] { $count } personne
   *[other] { $count } personnes
}.
created-not-described = La description n’a pas été définie. Essaie `/wa-group describe`.

groups = Groupes
groups-none = Tu n’as aucun groupe ici.
groups-none-found = Aucun groupe que tu puisses voir ne correspond à **{ $search }**
entries-unread = { $count ->
    [one] { $count } autre entrée n’a pas pu être lue et n’est pas affichée.
   *[other] { $count } autres entrées n’ont pas pu être lues et ne sont pas affichées.
}

field-owner = Propriétaire
field-admins = Admins
field-admins-now = Admins actuels
field-invited-by = Lien créé par
field-members-shown = Une partie des membres
admins-unreadable = Usher n’a pas pu les lire
previewed = Aperçu seulement. Rien n’a changé.

invite-shown = Toute personne qui a ce lien peut rejoindre le groupe tant que tu ne le révoques pas.
# The link follows
invite-revoked = L’ancien lien ne fonctionne plus. Nouveau lien :
invite-revoked-unread = L’ancien lien ne fonctionne plus. Affiche le nouveau avec `/wa-group invite show`.
field-invite-needed = Envoie-leur ce lien d’invitation
field-rest = Non terminé
rest-later = Tu pourras ajouter les autres à partir de { $time }.
done-before = C’est fait. Relance la commande pour voir le résultat.

## What became of people who were to be added. Followed by their number, and by who they are.

standing-added = Ajout effectué
standing-already-member = Déjà dans le groupe
standing-private = Pas d’ajout : interdit par les paramètres de confidentialité. Envoie le lien d’invitation
standing-must-be-invited = Pas d’ajout : WhatsApp exige le lien d’invitation
standing-not-added = Pas d’ajout : pas sur WhatsApp, ou ajout par d’autres non autorisé
standing-not-on-whatsapp = Pas sur WhatsApp
standing-left-recently = Pas d’ajout : départ récent du groupe. Envoie le lien d’invitation
standing-group-full = Pas d’ajout : le groupe est complet
standing-refused = Pas d’ajout : refus de WhatsApp. Envoie le lien d’invitation
standing-number-refused = Pas d’ajout : WhatsApp a refusé le numéro. Vérifie-le
standing-not-asked = Pas d’essai. Relance la commande pour faire l’ajout
standing-unconfirmed = Non confirmé. Vérifie la liste des membres avant de relancer la commande

## Of people who were to be removed.

removal-removed = Retrait effectué
removal-no-member = Pas dans le groupe
removal-creator = Créateur du groupe ; retrait impossible
removal-own-account = Le numéro d’Usher ; utilise `/wa-group leave`
removal-still-there = Toujours dans le groupe
removal-unconfirmed = Non confirmé. Vérifie la liste des membres avant de relancer la commande

## Of people who were to become admins, or to be admins no more.

admin-made = Rôle d’admin donné
admin-taken = Rôle d’admin retiré
admin-was-already = Rôle d’admin déjà présent
admin-was-none = Pas de rôle d’admin à retirer
admin-no-member = Pas dans le groupe
admin-creator = Créateur du groupe ; reste toujours admin
admin-own-account = Le numéro d’Usher ; Usher ne change pas son propre rôle. Pour quitter le groupe, utilise `/wa-group leave`
admin-not-changed = Non modifié par WhatsApp
admin-unconfirmed = Non confirmé. Vérifie les admins avant de relancer la commande

## WhatsApp accounts, and why one is not connected.

status-connected = connecté
status-connecting = connexion en cours
status-disconnected = non connecté
reason-scan-qr = quelqu’un doit scanner le QR code avec le téléphone
reason-auto-reconnect = reconnexion automatique en cours
reason-failed = la connexion a échoué
reason-manual-stop = arrêté par une personne
reason-qr-timeout = personne n’a scanné le QR code à temps
reason-logged-out = déconnecté sur le téléphone ; quelqu’un doit scanner à nouveau le QR code
reason-temporary-ban = banni temporairement par WhatsApp
reason-stream-error = WhatsApp a mis fin à la connexion
