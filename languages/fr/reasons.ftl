### Why people do things: the option `reason`, `/wa-audit reason`, and the setting that makes reasons mandatory.

field-reason = Motif
reason-by = Le motif vient de { $who }.
# The reason follows
deed-reason-changed = { $who } a changé le motif de l’entrée #{ $case }
deed-reasons-mandatory = { $who } a rendu les motifs obligatoires.
deed-reasons-optional = { $who } a rendu les motifs facultatifs.
action-audit-reason = changer des motifs dans le journal d’audit
action-audit-reason-of-others = changer les motifs d’autres personnes dans le journal d’audit
# An action, such as “rename groups”
action-promote = nommer des admins
action-demote = retirer des admins
reason-missing = Motif manquant
reason-missing-text = Sur ce serveur, tu dois dire pourquoi. Relance la commande avec l’option { $option }. Rien n’a changé.
no-reason-for-refusal = Usher a refusé cet essai, il n’a donc pas de motif.
bad-reason-long = Motif trop long : { $given } caractères (limite : { $max }).
reason-saved = Motif enregistré
reason-saved-text = L’entrée #{ $case } l’affiche maintenant.
field-reasons = Motifs
set-up-reasons-mandatory = Il faut dire pourquoi pour retirer des personnes ou des admins, quitter ou supprimer un groupe, ou révoquer un lien d’invitation.
set-up-reasons-optional = Facultatif : les commandes qui retirent, suppriment, quittent ou révoquent ont l’option `reason`.
set-up-reasons-on = Les motifs sont maintenant obligatoires.
set-up-reasons-off = Les motifs sont maintenant facultatifs.
# Buttons
button-reasons-on = Rendre les motifs obligatoires
button-reasons-off = Rendre les motifs facultatifs
