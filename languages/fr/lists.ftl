### Lists of people: how they were read, and what is asked before anyone in them is added, removed or changed.

list-found = { $count ->
    [0] Usher n’a trouvé personne dans cette liste.
    [one] Usher a trouvé **{ $count } personne** dans cette liste.
   *[other] Usher a trouvé **{ $count } personnes** dans cette liste.
} Rien ne se passe avant que tu n’appuies sur un bouton.
list-exact = { $count ->
    [one] { $count } numéro a un indicatif de pays.
   *[other] { $count } numéros ont un indicatif de pays.
}
list-ids = { $count ->
    [one] { $count } entrée est un ID WhatsApp.
   *[other] { $count } entrées sont des ID WhatsApp.
}
# $country is such as “BR (+55)”
list-national = { $count ->
    [one] Usher a lu { $count } numéro sans indicatif de pays comme un numéro de { $country }.
   *[other] Usher a lu { $count } numéros sans indicatif de pays comme des numéros de { $country }.
}
list-doubles = { $count ->
    [one] { $count } entrée répète une personne et est laissée de côté.
   *[other] { $count } entrées répètent une personne et sont laissées de côté.
}
list-columns = Les numéros viennent de { $all }
list-column-titled = colonne { $column } **{ $title }**
list-column = colonne { $column }
list-other-numbers = { $count ->
    [one] { $count } autre numéro des mêmes personnes n’est pas utilisé.
   *[other] { $count } autres numéros des mêmes personnes ne sont pas utilisés.
}
list-already = { $count ->
    [one] { $count } de ces personnes est déjà dans le groupe.
   *[other] { $count } de ces personnes sont déjà dans le groupe.
}
list-room = Le groupe a { $members } membres (limite : 1 024).
list-too-full = Le groupe a { $members } membres (limite : 1 024), donc ces personnes ne tiennent pas toutes.
list-may-add = { $left ->
    [one] Limite quotidienne : ce compte WhatsApp peut encore ajouter { $left } personne maintenant.
   *[other] Limite quotidienne : ce compte WhatsApp peut encore ajouter { $left } personnes maintenant.
}
list-may-not-add = { $left ->
    [0] Limite quotidienne : ce compte WhatsApp ne peut ajouter personne maintenant, donc Usher refuserait d’ajouter ces personnes.
    [one] Limite quotidienne : ce compte WhatsApp ne peut plus ajouter que { $left } personne maintenant, donc Usher refuserait de les ajouter toutes.
   *[other] Limite quotidienne : ce compte WhatsApp ne peut plus ajouter que { $left } personnes maintenant, donc Usher refuserait de les ajouter toutes.
}
list-takes = Les ajouter prend environ { $minutes } minutes, car Usher ralentit près de la limite quotidienne.
list-first = Les autres peuvent suivre d’elles-mêmes : Usher les ajoute à partir de demain, chaque jour autant que la limite quotidienne le permet.
list-check = Vérifie ces numéros
list-unclear = { $count ->
    [one] Non comprise : { $count } entrée
   *[other] Non comprises : { $count } entrées
}
list-file = Le fichier joint contient toutes les entrées.
# A footer
list-by-country = Numéros sans indicatif de pays : { $country }

## Where an entry stands

list-row = Ligne { $row }
list-sheet-row = { $sheet } · ligne { $row }
list-entry = Entrée { $entry }
# $place is one of these, or “Line 3”
list-in-file = { $place } du fichier

## Buttons; at most 80 characters

button-add-all = { $count ->
    [one] Ajouter { $count } personne
   *[other] Ajouter { $count } personnes
}
button-add-sure = { $count ->
    [one] Ajouter seulement le numéro sûr ({ $count })
   *[other] Ajouter seulement les { $count } numéros sûrs
}
button-add-first = Ajouter seulement les { $count } premières
button-add-rest = Ajouter { $count } maintenant, le reste demain
button-remove-all = { $count ->
    [one] Retirer { $count } personne
   *[other] Retirer { $count } personnes
}
button-promote-all = { $count ->
    [one] Donner le rôle d’admin à { $count } personne
   *[other] Donner le rôle d’admin à { $count } personnes
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
    [one] Continuer seulement avec le numéro sûr ({ $count })
   *[other] Continuer seulement avec les { $count } numéros sûrs
}
list-button-country = Changer le pays

## Windows

# Title of a window; at most 45 characters
people-title = Ajouter des personnes
# At most 45 characters
people-field = Numéros de téléphone, comme tu les as
# At most 100 characters
people-example = Ana +55 11 97777-0001, Ben +49 1512 3456789
# Title of a window; at most 45 characters
list-country-title = Pays de ces numéros
# At most 45 characters
list-country-field = Pays : lettres, indicatif ou nom
# At most 100 characters
list-country-example = Par exemple BR, +55 ou Brésil

## People of a message

list-which-group = À quel groupe veux-tu ajouter ces personnes ? Choisis-en un, puis vérifie comment Usher a lu les numéros.
menu-group = Choisis un groupe
menu-open-group = Ouvrir un groupe
list-no-groups = Tu ne peux ajouter de personnes à aucun groupe ici, ou Usher n’a pas pu lire les groupes. Rien n’a changé.
# Below the menu, if there are more groups than a menu holds
list-more-groups = Ce menu ne contient que { $count } groupes. Pour un autre groupe, copie le texte et utilise `/wa-group members add`.

## How a number was read. Each follows a number and a dot.

how-exact = avec un indicatif de pays
how-id = un ID WhatsApp
how-national = lu comme un numéro de { $country }
how-double = répète une entrée précédente
guess-plus-missing = le + au début manque ; lu comme un numéro de { $country }
guess-two-countries = pourrait aussi être { $other }
guess-trunk-zero-missing = lu comme un numéro de { $country }, bien que le 0 au début manque
guess-trunk-prefix = sans un chiffre qui ne se compose qu’à l’intérieur de { $country }
guess-unassigned = ressemble à un numéro de { $country }, mais de tels numéros ne sont peut-être pas en service
guess-country-not-understood = Usher ne connaît pas le pays indiqué dans la liste ; lu comme un numéro de { $country }

## Why an entry was not understood. Each follows the entry and a dot.

unclear-no-number = pas de numéro de téléphone
unclear-too-short = trop court pour son pays
unclear-too-long = trop long pour son pays
unclear-unknown-country-code = aucun pays n’a cet indicatif
unclear-no-such-number = son pays n’a pas de numéros de ce genre
unclear-country-missing = indicatif de pays manquant ; écris-le comme +55 11 99999-9999
unclear-area-code-missing = indicatif régional manquant
unclear-two-endings = deux fins ; écris les deux numéros en entier
unclear-ambiguous = un numéro ou plusieurs ; mets des virgules entre eux
unclear-letters = des lettres dans le numéro
unclear-extension = a un numéro de poste, que WhatsApp ne peut pas utiliser
unclear-date = une date ou une heure
unclear-amount = un montant ou un nombre décimal
unclear-scientific = arrondi par un tableur ; mets la colonne au format texte
unclear-id-number = un numéro fiscal ou un autre identifiant
unclear-postal-code = un code postal
unclear-fax = un numéro de fax
unclear-masked = certains chiffres sont masqués
unclear-discord-mention = un utilisateur de Discord ; Usher ne connaît pas son numéro de téléphone
unclear-group-id = l’ID d’un groupe
unclear-other-id = l’ID d’autre chose
unclear-link-without-number = un lien sans numéro

## Lists that cannot be used

bad-list = Impossible d’utiliser cette liste
list-nobody-found = Personne n’a été trouvé
file-unknown-format = Usher ne peut pas lire ce type de fichier. Rien n’a changé. Utilise un fichier texte, CSV, de contacts (.vcf), JSON ou de tableur (.xlsx, .ods).
file-unsupported-spreadsheet = Ce fichier de tableur est protégé ou d’un type ancien. Rien n’a changé. Enregistre-le en .xlsx ou CSV, sans mot de passe.
file-damaged = Ce fichier est endommagé. Rien n’a changé. Enregistre-le ou télécharge-le à nouveau, puis joins-le.
