not-offered = Non disponible ici
not-offered-delete = Le service WhatsApp de ce serveur ne peut pas supprimer de groupes.
not-offered-delete-next = Usher peut quitter le groupe : `/wa-group leave`.
not-offered-no-description = Le service WhatsApp de ce serveur ne peut pas supprimer une description.
not-offered-no-description-next = Écris-en une nouvelle à la place.
not-offered-picture = Cette version du service WhatsApp ne peut pas définir de photo.
not-offered-update = Demande à la personne qui gère le bot de le mettre à jour.
not-offered-picture-url = Le service WhatsApp de ce serveur ne peut pas utiliser un lien vers une image.
not-offered-picture-url-next = Joins l’image avec l’option `image`.
not-offered-empty = Le service WhatsApp de ce serveur ne peut pas créer un groupe sans membres.
not-offered-empty-next = Ajoute au moins une personne avec l’option `members`.
not-offered-lid = Le service WhatsApp de ce serveur ne connaît les personnes que par leur numéro de téléphone, et l’une de ces personnes masque le sien.
not-offered-code = Le service WhatsApp de ce serveur ne peut pas utiliser ce type de lien d’invitation.
not-offered-people = Le service WhatsApp de ce serveur ne peut pas créer un groupe avec plus de { $max } personnes à la fois.
not-offered-people-next = Crée-le avec moins de personnes, puis ajoute les autres avec `/wa-group members add`.
not-offered-name = Ce nom est trop long pour le service WhatsApp de ce serveur : au maximum { $max } octets. Les lettres accentuées et les émojis comptent plusieurs fois.
not-offered-long-description = Cette description est trop longue pour le service WhatsApp de ce serveur : au maximum { $max } caractères.
not-offered-settings = Le service WhatsApp de ce serveur ne peut ni afficher ni modifier les paramètres d’un groupe.
not-offered-writers = Le service WhatsApp de ce serveur ne peut pas changer qui peut envoyer des messages.
not-offered-editors = Le service WhatsApp de ce serveur ne peut pas changer qui peut modifier le groupe.
not-offered-adders = Le service WhatsApp de ce serveur ne peut pas changer qui peut ajouter des membres.
not-offered-join-approval = Le service WhatsApp de ce serveur ne peut pas changer si les admins approuvent les nouveaux membres.
not-offered-join-requests = Le service WhatsApp de ce serveur ne peut ni voir ni traiter les demandes d’adhésion.
not-offered-in-whatsapp = Un admin du groupe peut le faire dans WhatsApp.
not-offered-other = Le service WhatsApp de ce serveur ne peut pas faire cela.

## The service in /wa-setup

field-provider = Service WhatsApp
# A list follows: what the WhatsApp service can't do
set-up-lacking = Non disponible avec lui :
lack-delete = supprimer des groupes
lack-remove-description = retirer une description
lack-picture = définir des images
lack-picture-url = les liens d’images
lack-empty-group = les groupes sans membres
lack-hidden-numbers = les changements pour les membres au numéro caché
lack-unusual-links = les liens d’invitation inhabituels
lack-settings = les paramètres des groupes
lack-writers = changer qui peut envoyer des messages
lack-editors = changer qui peut modifier un groupe
lack-adders = changer qui peut ajouter des membres
lack-join-approval = changer si les admins approuvent les arrivées
lack-join-requests = les demandes d’adhésion
lack-large-groups = les nouveaux groupes de plus de { $max } personnes d’un coup
lack-long-names = les noms de groupe de plus de { $max } octets
lack-long-descriptions = les descriptions de plus de { $max } caractères
lack-other = certaines autres actions
