### Questions before something that cannot be undone, and longer work.

ask-leave = Quitter ce groupe ? Usher ne pourra plus le gérer et aura besoin d’un lien d’invitation pour revenir.
ask-leave-yes = Quitter
ask-delete = Supprimer ce groupe pour tous ses membres ? C’est irréversible. Usher te demande d’écrire le nom du groupe.
ask-delete-nameless = Supprimer ce groupe pour tous ses membres ? C’est irréversible. Le groupe n’a pas de nom visible, donc Usher te demande d’écrire son ID.
ask-delete-yes = Supprimer…
ask-remove = Retirer { $count ->
    [one] { $count } personne
   *[other] { $count } personnes
} de ce groupe ?
ask-remove-yes = Retirer
ask-approve = { $count ->
    [one] Accepter { $count } personne dans ce groupe ?
   *[other] Accepter { $count } personnes dans ce groupe ?
}
ask-approve-yes = Accepter
ask-decline = { $count ->
    [one] Refuser la demande d’adhésion de { $count } personne ?
   *[other] Refuser les demandes d’adhésion de { $count } personnes ?
}
ask-decline-yes = Refuser
ask-hidden = { $count ->
    [one] { $count } autre personne demande, mais cache son numéro. Décide dans WhatsApp.
   *[other] { $count } autres personnes demandent, mais cachent leur numéro. Décide dans WhatsApp.
}
ask-revoke = Révoquer le lien d’invitation ? Le lien actuel cessera de fonctionner partout. Tu en recevras un nouveau.
ask-revoke-yes = Révoquer
ask-other = Continuer ?
ask-other-yes = Continuer

# Title of a window; at most 45 characters with a name of 25
delete-title = Supprimer { $group }
# At most 45 characters
delete-field = Pour confirmer, écris le nom du groupe
# At most 45 characters
delete-field-id = Pour confirmer, écris l’ID du groupe
cancelled = Annulé
not-confirmed = Expiré
not-confirmed-text = Tu n’as pas confirmé à temps. Rien n’a changé. Relance la commande si tu veux toujours { $wish }.

working = En cours…
working-far = En cours… étapes faites : { $answered } sur { $all }
working-api-pause = Pause demandée par WhatsApp. Reprise automatique { $time }.
working-slowly = La limite quotidienne est proche, donc Usher ralentit. Reprise { $time }.
