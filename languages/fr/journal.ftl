### What was done, for others to read: notices in the channel, the log channel and the journal.

deed-created = { $who } a créé ce groupe.
deed-created-with = { $who } a créé ce groupe avec { $people }.
deed-renamed = { $who } a renommé **{ $before }** en **{ $after }**
deed-described = { $who } a modifié la description.
deed-picture = { $who } a changé la photo.
deed-left = { $who } a fait quitter ce groupe au compte.
deed-deleted = { $who } a supprimé ce groupe.
deed-joined = { $who } a fait rejoindre ce groupe au compte.
deed-added = { $who } a ajouté { $people }.
deed-removed = { $who } a retiré { $people }.
deed-promoted = { $who } a donné le rôle d’admin à { $people }.
deed-demoted = { $who } a retiré le rôle d’admin à { $people }.
deed-invite-revoked = { $who } a révoqué le lien d’invitation ; l’ancien ne fonctionne plus.
deed-invite-shown = { $who } a consulté le lien d’invitation.
deed-journal-exported = { $who } a exporté { $rows ->
    [one] { $rows } dossier
   *[other] { $rows } dossiers
} du journal dans un fichier.
deed-granted = { $who } a donné des droits à { $grant }.
deed-rights-revoked = { $who } a retiré des droits à { $grant }.
deed-log-channel = { $who } a choisi { $channel } comme salon de logs.
deed-log-channel-gone = { $who } a désactivé le salon de logs.
deed-approvals-channel = { $who } a choisi { $channel } comme salon des approbations.
deed-approvals-channel-gone = { $who } a désactivé le salon des approbations.
deed-country = { $who } a choisi { $country } comme pays des numéros de téléphone.
deed-country-gone = { $who } a supprimé le pays des numéros de téléphone.
deed-invitation = { $who } a défini le texte des invitations.
deed-invitation-gone = { $who } a supprimé le texte propre des invitations.
deed-approved = Approuvé par { $by }.
who-owner = Le propriétaire du bot
who-erased = Une personne dont les données ont été effacées

## Cases of the journal

case-nothing = { $who } a utilisé { $operation }, sans rien modifier.
case-used = { $who } a utilisé { $operation }.
case-used-result = { $who } a utilisé { $operation } : { $result }.
case-used-for = { $who } a utilisé { $operation } pour { $count ->
    [one] { $count } personne
   *[other] { $count } personnes
} : { $result }.
case-refused = { $who } s’est vu refuser { $operation }, qui nécessite { $capability }.
case-refused-more = Et { $count ->
    [one] { $count } autre refus
   *[other] { $count } autres refus
} pour la même personne dans cette minute, sans entrée propre.
more-refusals = { $who } s’est vu opposer { $count ->
    [one] { $count } autre refus
   *[other] { $count } autres refus
} en une minute. Le journal d’audit contient les premiers.
case-denied = { $who } a demandé { $operation } ; refusé par { $by }.
case-denied-why = { $who } a demandé { $operation } ; refusé par { $by } : { $reason }
case-taken-back = { $who } a demandé { $operation }, puis a annulé la demande.
case-expired = { $who } a demandé { $operation }, et personne n’a décidé à temps.
case-failed = { $who } a tenté { $operation } ; échec ({ $cause }), rien n’a été modifié.
case-unknown = { $who } a utilisé { $operation } ; **il n’est pas confirmé que cela a été fait** ({ $cause }).
result-open = ouvert
result-done = fait
result-failed = échec
result-refused = refusé
result-unknown = non confirmé

cases = Dossiers
cases-none = Il n’y a aucun dossier de ce type que vous pouvez voir.
cases-none-near = Rien parmi les { $count } dossiers parcourus ici. Les boutons poursuivent la recherche.
cases-footer = /wa-audit show affiche tout sur un dossier.
# A case in a list
case-line-in = { $operation } dans **{ $group }** : { $result }
case-line = { $operation } : { $result }

field-when = Date
field-result = Résultat
field-operation = Opération
field-channel = Salon
field-tries = Tentatives
field-group = Groupe
field-people = Personnes

journal = Journal
journal-exported = { $rows ->
    [one] { $rows } dossier
   *[other] { $rows } dossiers
}, dans un fichier pour tableur. Il contient des informations que les membres ne veulent peut-être pas montrer à d’autres.
journal-cut = { $missing ->
    [one] { $missing } dossier plus ancien ne tenait pas.
   *[other] { $missing } dossiers plus anciens ne tenaient pas.
} `/wa-audit recent` montre le reste. Pour avoir chaque dossier dans un fichier, exportez plus souvent, avec `days`.

## After an interruption

interrupted = Après une interruption
interrupted-done = Votre action s’est terminée avec du retard : { $deed }
interrupted-unknown = { $who }, votre action a été interrompue, et il n’est pas confirmé qu’elle a été faite. Regardez le groupe avant de relancer la commande.
interrupted-nothing = { $who }, votre action a été interrompue. Rien n’a été modifié. Utilisez à nouveau la commande si vous le souhaitez toujours.
