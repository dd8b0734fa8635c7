### /wa-group help: what the asker may do, with commands that can be clicked.

help = Ce que vous pouvez faire ici
help-nothing = Rien pour l’instant : aucun de vos rôles n’a de droit ici. Un administrateur de ce serveur peut donner des droits aux rôles avec `/wa-access grant`.
# After a command that somebody must approve
help-by-approval = (quelqu’un doit approuver)
help-more = Pour en savoir plus sur un sujet : /wa-group help, option topic.
unknown-command-now = Cette commande s’appelle désormais { $command }. Rien n’a été modifié.

help-groups = Groupes
help-groups-text = L’option `group` propose vos groupes pendant que vous tapez : choisissez-en un. Un nom peut compter jusqu’à 25 caractères. Avant toute action irréversible, Usher demande confirmation.
help-people = Personnes
help-people-text = Collez les numéros de téléphone comme vous les avez, même avec des noms à côté : +55 11 99999-9999, Ana +49 1512 3456789. S’il y en a beaucoup, laissez l’option `members` vide et une fenêtre s’ouvre, ou joignez un fichier : texte, CSV, contacts, feuille de calcul. Si une personne ne peut pas être ajoutée, Usher vous dit pourquoi, et vous lui envoyez le lien d’invitation.
help-invites = Liens d’invitation
help-invites-text = Toute personne qui a un lien peut rejoindre le groupe, tant que ce lien n’est pas révoqué. Usher ne montre les liens qu’à vous, jamais dans un salon.
help-requests = Demandes
help-requests-text = Ce que vous ne pouvez faire qu’avec l’approbation de quelqu’un se demande avec la même commande. Usher vous informera de l’issue.
help-rights = Droits
help-rights-text = Les rôles ont des droits : un profil comme `moderator`, ou des droits isolés. Sans droit, on ne peut rien faire. Certains peuvent être donnés pour un seul groupe.
help-journal = Journal
help-journal-text = Chaque modification et chaque refus devient un dossier numéroté : qui, quoi, quand, et avec quel résultat.
