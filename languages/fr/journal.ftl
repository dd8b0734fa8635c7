### What was done, for others to read: notices in the channel, the log channel and the audit log.

deed-created = { $who } a créé ce groupe.
deed-created-with = { $who } a créé ce groupe avec { $people }.
deed-renamed = { $who } a renommé **{ $before }** en **{ $after }**
deed-described = { $who } a changé la description.
deed-picture = { $who } a changé l’image.
deed-left = { $who } a fait sortir Usher de ce groupe.
deed-deleted = { $who } a supprimé ce groupe.
deed-joined = { $who } a fait entrer Usher dans ce groupe.
deed-added = { $who } a ajouté { $people }.
deed-removed = { $who } a retiré { $people }.
deed-promoted = { $who } a donné le rôle d’admin à { $people }.
deed-demoted = { $who } a retiré le rôle d’admin à { $people }.
# An entry of an older release, which does not say whether they became admins
deed-admins-changed = { $who } a changé le rôle d’admin de { $people }.
deed-settings = { $who } a modifié les paramètres du groupe. { $settings }
deed-requests-approved = { $who } a accepté { $people } dans le groupe.
deed-requests-declined = { $who } a refusé la demande d’adhésion de { $people }.
deed-invite-revoked = { $who } a révoqué le lien d’invitation. L’ancien ne fonctionne plus.
deed-invite-shown = { $who } a consulté le lien d’invitation.
deed-journal-exported = { $who } a exporté { $rows ->
    [one] { $rows } entrée
   *[other] { $rows } entrées
} du journal.
deed-granted = { $who } a ajouté des permissions à { $grant }
deed-rights-revoked = { $who } a retiré des permissions à { $grant }
deed-log-channel = { $who } a choisi { $channel } comme salon de logs.
deed-log-channel-gone = { $who } a désactivé le salon de logs.
deed-approvals-channel = { $who } a choisi { $channel } comme salon d’approbation.
deed-approvals-channel-gone = { $who } a désactivé le salon d’approbation.
deed-approvals-role = { $who } a choisi { $role } comme rôle mentionné par les nouvelles demandes.
deed-approvals-role-gone = { $who } a retiré le rôle mentionné par les nouvelles demandes.
deed-country = { $who } a choisi { $country } comme pays des numéros de téléphone.
deed-country-gone = { $who } a retiré le pays des numéros de téléphone de ce serveur.
deed-invitation = { $who } a changé le texte des invitations.
deed-invitation-gone = { $who } a rétabli le texte par défaut des invitations.
deed-approved = Approuvé par { $by }.
who-owner = Le propriétaire du bot
who-erased = Une personne dont les données ont été effacées

## Entries of the audit log. $action is such as “rename groups”.

case-nothing = { $who } a voulu { $action } ; { $result }.
# What did not happen, in case-nothing
nothing-added = personne n’a été ajouté
nothing-removed = personne n’a été retiré
nothing-promoted = personne n’est devenu admin
nothing-demoted = personne n’a perdu le rôle d’admin
nothing-else = rien n’a changé
case-used = { $who } a utilisé la commande pour { $action }.
case-used-result = { $who } a utilisé la commande pour { $action } : { $result }.
case-used-for = { $who } a utilisé la commande pour { $action } avec { $count ->
    [one] { $count } personne
   *[other] { $count } personnes
} : { $result }.
case-refused = { $who } a voulu { $action } (pas de permission).
case-refused-more = Et { $count ->
    [one] { $count } autre refus
   *[other] { $count } autres refus
} pour la même personne dans cette minute, sans entrée propre.
more-refusals = Usher a refusé { $count ->
    [one] { $count } autre essai
   *[other] { $count } autres essais
} de { $who } au cours de la dernière minute. Le journal d’audit contient les premiers refus.
# The reason follows, if there is one
case-denied = { $by } a refusé une demande : { $who } voulait { $action }.
case-taken-back = { $who } a retiré une demande : { $action }.
case-expired = Une demande a expiré : { $who } voulait { $action }.
case-failed = { $who } a voulu { $action }. Cela a échoué et rien n’a changé ({ $cause }).
case-unknown = { $who } a voulu { $action }. **Non confirmé** ({ $cause }) : cela a peut-être marché, ou pas.
case-unconfirmed = { $who } a voulu { $action }. **Non confirmé** : cela a peut-être marché, ou pas.
case-unconfirmed-people = **Non confirmé** pour { $count ->
    [one] { $count } personne
   *[other] { $count } personnes
}. Vérifie le groupe.
result-open = en cours
result-done = fait
result-nothing = aucun changement
result-failed = échec
result-refused = refusé
result-unknown = non confirmé

cases = Journal d’audit
cases-none = Aucune entrée trouvée.
cases-none-near = Rien dans les { $count } dernières entrées parcourues par Usher. Les boutons ci-dessous poursuivent la recherche.
cases-footer = Détails d’une entrée : /wa-audit show

field-when = Date
field-result = Résultat
field-operation = Action
field-channel = Salon
field-tries = Tentatives
field-group = Groupe
field-people = Personnes

journal = Journal d’audit exporté
journal-exported = { $rows ->
    [one] { $rows } entrée exportée
   *[other] { $rows } entrées exportées
}. Le fichier contient des données privées ; partage-le avec prudence.
journal-cut = { $missing ->
    [one] { $missing } entrée plus ancienne ne tenait pas.
   *[other] { $missing } entrées plus anciennes ne tenaient pas.
} Consulte le reste avec `/wa-audit recent`. Pour avoir chaque entrée dans un fichier, exporte plus souvent et utilise `days`.

## After an interruption

interrupted = Usher a redémarré
interrupted-done = Terminé après un redémarrage : { $deed }
interrupted-unknown = { $who }, Usher a redémarré pendant ta commande, et il n’est pas confirmé qu’elle ait pris effet. Vérifie le groupe avant de relancer la commande.
interrupted-nothing = { $who }, Usher a redémarré pendant ta commande. Rien n’a changé. Relance la commande si tu le veux toujours.
