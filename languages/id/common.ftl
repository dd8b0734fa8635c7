### Words that many answers share. Values in braces are put in by Usher; text between ` ` is typed as it stands and is
### never translated; ** makes bold. "Usher" in a group means the WhatsApp account that Usher acts with.

# A number alone, as the language writes it
number = { $number }
people = { $count ->
   *[other] { $count } orang
}
members-count = { $count ->
   *[other] { $count } anggota
}
groups-count = { $count ->
   *[other] { $count } grup
}

# One, two and three
list-and = { $first } dan { $last }
# One, two and 5 more
list-and-more = { $first } dan { $more } lainnya
# A last line below a list
list-goes-on = …dan { $more } lainnya

unknown = tidak diketahui
# A member of a group of whom nothing is known
nameless = anggota tak dikenal
creator = pembuat grup
admin = admin

field-group-id = ID grup
field-members = Anggota
field-created = Dibuat
field-session = Akun WhatsApp

footer-session = Akun WhatsApp: { $session }
# The log names the error by it
footer-reference = Kode error { $reference }
footer-case = Entri log #{ $case }
footer-request = Permintaan #{ $request }

button-cancel = Batal
nothing-changed = Tidak ada yang berubah.
# Below a question. $time is such as “in 60 seconds”
expires = Kedaluwarsa { $time }
