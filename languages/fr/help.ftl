### /wa-group help: what the asker may do, with commands that can be clicked.

help = Ce que tu peux faire ici
help-nothing = Tu ne peux pas encore utiliser Usher ici. Demande à un administrateur de donner des permissions à ton rôle avec `/wa-access grant`.
# After a command that somebody must approve
help-by-approval = (approbation nécessaire)
help-more = En savoir plus sur un sujet : /wa-group help avec l’option topic
unknown-command-now = Usher n’a plus cette commande. Rien n’a changé. La plus proche est { $command }
# The commands that people use most
help-first = Les plus utilisées

help-groups = Groupes
help-groups-text = Commence à écrire dans l’option `group` et choisis l’un de tes groupes. Le nom d’un groupe peut avoir jusqu’à 25 caractères. Usher demande confirmation avant tout ce qui est irréversible.
help-people = Personnes
help-people-text = Colle les numéros de téléphone comme tu les as, avec ou sans nom : +55 11 99999-9999, Ana +49 1512 3456789. Pour une longue liste, ne remplis pas l’option `members` et une fenêtre s’ouvre, ou joins un fichier : texte, CSV, contacts ou tableur. Usher te dit qui n’a pas pu être ajouté et pourquoi. Envoie à ces personnes le lien d’invitation.
help-invites = Liens d’invitation
help-invites-text = Toute personne qui a le lien peut rejoindre le groupe tant que tu ne le révoques pas. Toi seul vois les liens ; Usher ne les publie jamais dans un salon.
help-requests = Demandes
help-requests-text = Si une commande a besoin d’une approbation, lance-la simplement. Usher demande aux personnes qui peuvent l’approuver et te prévient.
help-rights = Permissions
help-rights-text = Les permissions appartiennent aux rôles. Donne à un rôle un profil (comme `moderator`) ou des permissions isolées, pour tous les groupes ou pour un seul.
help-journal = Journal d’audit
help-journal-text = Chaque modification et chaque refus a une entrée avec un numéro : qui, quoi, quand, et le résultat.
