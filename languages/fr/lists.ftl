### Lists of people: how they were read, and what is asked before somebody of them is added, removed or changed.

list-found = { $count ->
    [0] Personne n’a été trouvé dans cette liste.
    [one] **{ $count } personne** a été trouvée dans cette liste.
   *[other] **{ $count } personnes** ont été trouvées dans cette liste.
} Rien n’est fait avant que vous appuyiez sur un bouton.
list-exact = { $count ->
    [one] { $count } numéro a son indicatif de pays.
   *[other] { $count } numéros ont leur indicatif de pays.
}
list-ids = { $count ->
    [one] { $count } entrée est un identifiant de WhatsApp.
   *[other] { $count } entrées sont des identifiants de WhatsApp.
}
# $country is such as “BR (+55)”
list-national = { $count ->
    [one] { $count } numéro sans indicatif de pays a été lu comme un numéro de { $country }.
   *[other] { $count } numéros sans indicatif de pays ont été lus comme des numéros de { $country }.
}
list-doubles = { $count ->
    [one] { $count } entrée nomme quelqu’un une deuxième fois et est laissée de côté.
   *[other] { $count } entrées nomment quelqu’un une deuxième fois et sont laissées de côté.
}
list-columns = Les numéros viennent de : { $columns }.
list-column-titled = « { $title } » (colonne { $column })
list-column = colonne { $column }
list-other-numbers = { $count ->
    [one] { $count } autre numéro des mêmes personnes n’est pas utilisé.
   *[other] { $count } autres numéros des mêmes personnes ne sont pas utilisés.
}
list-already = { $count ->
    [one] { $count } d’entre elles est déjà dans le groupe.
   *[other] { $count } d’entre elles sont déjà dans le groupe.
}
list-room = Membres du groupe : { $members } sur 1 024 au plus.
list-too-full = Membres du groupe : { $members } sur 1 024 au plus. Il n’y a pas de place pour toutes ces personnes.
list-may-add = { $left ->
    [one] Ce compte peut encore ajouter { $left } personne au cours de ces 24 heures.
   *[other] Ce compte peut encore ajouter { $left } personnes au cours de ces 24 heures.
}
list-may-not-add = { $left ->
    [0] Ce compte ne peut plus ajouter personne au cours de ces 24 heures ; toutes ces personnes seraient donc refusées maintenant.
    [one] Ce compte ne peut plus ajouter que { $left } personne au cours de ces 24 heures ; toutes ces personnes ensemble seraient donc refusées maintenant.
   *[other] Ce compte ne peut plus ajouter que { $left } personnes au cours de ces 24 heures ; toutes ces personnes ensemble seraient donc refusées maintenant.
}
list-takes = Les ajouter prend environ { $minutes } minutes : il reste peu de ce que ce compte peut ajouter en un jour, donc Usher va lentement.
list-first = Les autres peuvent suivre d’elles-mêmes : Usher les ajoute à partir de demain, chaque jour autant que la limite quotidienne le permet.
list-check = Vérifiez ces numéros
list-unclear = { $count ->
    [one] Pas comprise : { $count } entrée
   *[other] Pas comprises : { $count } entrées
}
list-file = Le fichier joint donne le détail par entrée.
list-minutes = Valable 10 minutes.
list-minutes-country = Valable 10 minutes. Numéros sans indicatif de pays : { $country }.

## Where an entry stands

list-row = Ligne { $row }
list-sheet-row = { $sheet }, ligne { $row }
list-entry = Entrée { $entry }
# $place is one of these, or “Line 3”
list-in-file = { $place } du fichier

## Buttons; at most 80 characters

button-add-all = { $count ->
    [one] Ajouter { $count } personne
   *[other] Ajouter { $count } personnes
}
button-add-sure = { $count ->
    [one] Ajouter seulement { $count } numéro sûr
   *[other] Ajouter seulement les { $count } numéros sûrs
}
button-add-first = Ajouter seulement les { $count } premières
button-add-rest = Ajouter { $count } maintenant, le reste demain
button-remove-all = { $count ->
    [one] Retirer { $count } personne
   *[other] Retirer { $count } personnes
}
button-promote-all = { $count ->
    [one] Nommer { $count } personne admin
   *[other] Nommer { $count } personnes admins
}
button-demote-all = { $count ->
    [one] Retirer le rôle d’admin à { $count } personne
   *[other] Retirer le rôle d’admin à { $count } personnes
}
button-create-all = { $count ->
    [one] Créer avec { $count } personne
   *[other] Créer avec { $count } personnes
}
button-go-on-sure = { $count ->
    [one] Continuer seulement avec { $count } numéro sûr
   *[other] Continuer seulement avec les { $count } numéros sûrs
}
list-button-country = Changer le pays

## Windows

# Title of a window; at most 45 characters
people-title = Ajouter des personnes
# At most 45 characters
people-field = Numéros, tels que vous les avez
# At most 100 characters
people-example = Ana +55 11 97777-0001
# Title of a window; at most 45 characters
list-country-title = Pays de ces numéros
# At most 45 characters
list-country-field = Ses deux lettres, son indicatif ou son nom
# At most 100 characters
list-country-example = BR, +55 ou Brésil

## People of a message

list-which-group = À quel groupe faut-il ajouter les personnes de ce message ? Choisissez-le, puis voyez comment les numéros ont été lus.
menu-group = Choisir le groupe
list-no-groups = Il n’y a aucun groupe auquel vous pouvez ajouter des personnes, ou les groupes ne peuvent pas être lus en ce moment. Rien n’a été modifié.
# Below the menu, if there are more groups than a menu holds
list-more-groups = Ce menu contient { $count } groupes. Pour un autre, copiez le texte et utilisez `/wa-group members add`.

## How a number was read. Each follows a number and a dash.

how-exact = avec son indicatif de pays
how-id = un identifiant de WhatsApp
how-national = lu comme un numéro de { $country }
how-double = déjà nommé avant
guess-plus-missing = n’a pas de + devant et a été lu comme un numéro de { $country }
guess-two-countries = peut aussi être { $other }
guess-trunk-zero-missing = lu comme un numéro de { $country }, où l’on écrit un 0 devant
guess-trunk-prefix = un chiffre que l’on ne compose qu’à l’intérieur de { $country } a été laissé de côté
guess-unassigned = a la forme d’un numéro de { $country }, mais de tels numéros ne sont pas connus comme étant en service
guess-country-not-understood = la liste donne un pays qu’Usher ne connaît pas ; il a donc été lu comme un numéro de { $country }

## Why an entry was not understood. Each follows the entry and a colon.

unclear-no-number = pas de numéro de téléphone
unclear-too-short = trop court pour un numéro de son pays
unclear-too-long = trop long pour un numéro de son pays
unclear-unknown-country-code = aucun pays n’a cet indicatif
unclear-no-such-number = son pays n’a pas de tel numéro
unclear-country-missing = pas d’indicatif de pays
unclear-area-code-missing = pas d’indicatif régional
unclear-two-endings = un numéro avec deux fins ; écrivez les deux en entier
unclear-ambiguous = un seul numéro ou plusieurs ; séparez-les par des virgules
unclear-letters = des lettres dans le numéro
unclear-extension = un numéro de poste ; WhatsApp n’en a pas
unclear-date = une date ou une heure
unclear-amount = un montant ou un nombre décimal
unclear-scientific = arrondi par un tableur ; mettez la colonne au format texte
unclear-id-number = un numéro fiscal ou un autre identifiant
unclear-postal-code = un code postal
unclear-fax = un numéro de fax
unclear-masked = certains chiffres sont masqués
unclear-discord-mention = une mention d’un utilisateur de Discord, dont Usher ne connaît pas le numéro de téléphone
unclear-group-id = l’identifiant d’un groupe
unclear-other-id = l’identifiant d’autre chose
unclear-link-without-number = un lien sans numéro

## Lists that cannot be used

bad-list = Liste inutilisable
list-nobody-found = Personne n’a été trouvé
file-unknown-format = Ce n’est pas une liste qu’Usher peut lire. Usher lit le texte, le CSV, les contacts (.vcf), le JSON et les feuilles de calcul (.xlsx, .ods). Rien n’a été envoyé.
file-unsupported-spreadsheet = Cette feuille de calcul est d’un type ancien ou protégé. Enregistrez-la au format .xlsx ou CSV, sans mot de passe. Rien n’a été envoyé.
file-damaged = Ce fichier est endommagé. Enregistrez-le ou téléchargez-le à nouveau, puis joignez-le. Rien n’a été envoyé.
