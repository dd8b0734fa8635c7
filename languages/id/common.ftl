### Words that many answers share. Values in braces are put in by Usher; text between ` ` is typed as it stands and is
### never translated; ** makes bold. "The account" is the WhatsApp account that Usher acts with.

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
list-goes-on = … dan { $more } lainnya.

unknown = tidak diketahui
# A member of a group of whom nothing is known
nameless = seseorang tanpa ID
creator = pembuat grup
admin = admin

field-group-id = ID grup
field-members = Anggota
field-created = Dibuat
field-session = Sesi

footer-session = Sesi { $session }
# By which whoever runs the bot finds it in the log
footer-reference = Referensi { $reference }
footer-case = Kasus { $case }
footer-request = Permintaan { $request }

button-cancel = Batal
nothing-changed = Tidak ada yang diubah.
