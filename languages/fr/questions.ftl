### Questions before something that cannot be taken back, and longer work.

ask-leave = Quitter ce groupe ? Le compte ne pourra revenir que par un lien d’invitation, et ne pourra plus gérer le groupe.
ask-leave-yes = Quitter
ask-delete = Supprimer ce groupe pour tous ses membres ? Il ne pourra pas être récupéré. Vous devrez taper son nom.
ask-delete-nameless = Supprimer ce groupe pour tous ses membres ? Il ne pourra pas être rétabli. Le groupe n’a pas de nom visible : on vous demandera de saisir son identifiant.
ask-delete-yes = Supprimer…
ask-remove = Retirer { $count ->
    [one] { $count } personne
   *[other] { $count } personnes
} de ce groupe ?
ask-remove-yes = Retirer
ask-revoke = Révoquer le lien d’invitation ? Le lien actuel cessera aussitôt de fonctionner, partout où il a été partagé, et un nouveau sera créé.
ask-revoke-yes = Révoquer
ask-other = Continuer ?
ask-other-yes = Continuer
ask-seconds = Valable 60 secondes.

# Title of a window; at most 45 characters
delete-title = Supprimer ce groupe ?
# At most 45 characters
delete-field = Tapez le nom du groupe pour le supprimer
# At most 45 characters
delete-field-id = Saisissez l’identifiant du groupe
cancelled = Annulé
not-confirmed = Non confirmé à temps
not-confirmed-text = Rien n’a été modifié. Utilisez à nouveau la commande si vous le souhaitez toujours.

working = En cours…
working-far = En cours… Requêtes traitées : { $answered } sur { $all }.
working-api-pause = L’API des groupes demande une pause ; reprise automatique à { $time }.
working-slowly = Ce compte a presque atteint le nombre d’ajouts permis par jour ; Usher va donc lentement. Reprise à { $time }.
