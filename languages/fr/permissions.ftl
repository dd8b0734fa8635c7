### What permissions and commands are for, as people read it. Each phrase follows "You can't", "asked to" or "needs
### permission to". The codes of permissions are shown only by /wa-access.

permission-groups-read = voir les groupes et les membres
permission-invites-read = voir les liens d’invitation
permission-members-add = ajouter des personnes
permission-groups-edit = changer le nom, la description et l’image des groupes
permission-members-remove = retirer des personnes
permission-members-approve = accepter ou refuser des demandes d’adhésion
permission-invites-revoke = révoquer les liens d’invitation
permission-groups-create = créer des groupes
permission-groups-join = rejoindre des groupes
permission-groups-leave = quitter des groupes
permission-groups-settings = modifier les paramètres des groupes
permission-admins-manage = choisir les admins des groupes
permission-members-export = exporter les listes de membres
permission-audit-read = lire le journal d’audit
permission-groups-delete = supprimer des groupes
permission-access-manage = gérer les permissions

## A single command, where its permission covers several

action-rename = renommer des groupes
action-describe = changer la description des groupes
action-picture = changer l’image des groupes
action-list = lister les groupes
action-show = voir les groupes
action-members-list = lister les membres
action-members-find = chercher des membres
action-settings-show = voir les paramètres des groupes
action-join-requests = voir les demandes d’adhésion
action-preview = voir où mènent les liens d’invitation
action-sessions = voir les comptes WhatsApp
action-audit-export = exporter le journal d’audit
action-audit-stop = arrêter les tâches des autres
action-access-see = voir les permissions
action-setup = configurer Usher
action-requests = voir les demandes
action-help = lire l’aide
