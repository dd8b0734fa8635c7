### What one does next with a group.

button-invite-link = Tautan undangan
button-members = Anggota
button-copy-id = Salin ID
button-add-people = Tambah orang
button-rename = Ganti nama
button-describe = Ubah deskripsi
# $group is escaped text
rename-title = Ganti nama { $group }
previewed-member = Usher ada di grup ini.

# Which group a name means
no-such-group-next = Pilih salah satu grup yang ditawarkan saat kamu mengetik, atau lihat `/wa-group list`.
# A list of groups follows
did-you-mean = Maksudmu salah satu dari ini?
# A list of groups follows
groups-to-choose = Grup yang bisa kamu pilih:
# $date is 2026-11-12, or a time of Discord
created-on = dibuat { $date }
# The last one of the groups that Discord offers while typing
choices-more = Ketik untuk melihat { $count } grup lagi

button-undo = Urungkan
undo-gone = Sudah terlambat untuk mengurungkan
undo-gone-text = Bisa diurungkan sekali, dalam sepuluh menit. Sekarang tidak ada yang berubah.
name-superseded = Nama grup sudah diubah lagi sejak itu. Sekarang tidak ada yang berubah.
description-superseded = Deskripsi grup sudah diubah lagi sejak itu. Sekarang tidak ada yang berubah.

not-admin = Usher bukan admin grup ini
not-admin-text = Di WhatsApp, hanya admin grup yang bisa melakukan ini. Tidak ada yang berubah.
# $number is a phone number in bold
not-admin-next = Minta admin grup menjadikan { $number } admin, lalu coba lagi.
not-admin-next-unknown = Minta admin grup menjadikan nomor Usher admin, lalu coba lagi.
# It follows the name of a group that is offered
choice-not-admin = Usher bukan admin
