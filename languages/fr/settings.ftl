### Settings of a group, and requests to join it.

setting-writers-everyone = Tout le monde peut envoyer des messages.
setting-writers-admins = Seuls les admins peuvent envoyer des messages.
setting-editors-everyone = Tout le monde peut modifier le nom, l’image et la description.
setting-editors-admins = Seuls les admins peuvent modifier le nom, l’image et la description.
setting-adders-everyone = Tout le monde peut ajouter des membres.
setting-adders-admins = Seuls les admins peuvent ajouter des membres.
setting-approval-on = Un admin doit approuver toute personne qui arrive par le lien.
setting-approval-off = Toute personne qui a le lien rejoint sans approbation.
setting-changed = Modifié
setting-was-so = Déjà ainsi
setting-not-changed = Non modifié
setting-unconfirmed = Non confirmé. Vérifie les paramètres avant de relancer la commande
settings-unknown = Le service WhatsApp n’a pas donné les paramètres de ce groupe.
in-community = Fait partie d’une communauté
# Values of the options of a command
choice-everyone = Tout le monde
choice-admins = Admins seulement
choice-approval-on = Un admin approuve
choice-approval-off = Sans approbation

## Requests to join

join-requests-count = { $count ->
    [one] { $count } personne demande à rejoindre
   *[other] { $count } personnes demandent à rejoindre
}
join-requests-none = Personne ne demande à rejoindre le groupe en ce moment.
join-requests-not-needed = Personne ne demande : toute personne qui a le lien rejoint sans approbation.
menu-approve = Accepter…
menu-decline = Refuser…
button-approve-all = Tout accepter
button-decline-all = Tout refuser
button-join-requests = Voir les demandes
join-notice-as-of = Mis à jour { $when }.
join-notice-replaced = Un message plus récent donne le nombre actuel.
join-notice-unreachable = Usher ne voit plus les demandes de ce groupe.
# What became of a request; the people follow
request-result-approved = Maintenant dans le groupe
request-result-declined = Refusé
request-result-not-asking = N’a pas demandé à rejoindre
request-result-not-in = La demande a disparu, mais le numéro n’est pas dans la liste des membres. Vérifie la liste
request-result-still-asking = WhatsApp ne l’a pas fait ; la demande est toujours ouverte
request-result-unconfirmed = Non confirmé. Vérifie les demandes avant de relancer la commande
