### Sets of groups, and lists of groups in one option.

set-saved = Set disimpan
set-replaced = Set diganti
# The names of the groups follow below
set-saved-text = { $name } sekarang berisi { $count } grup:
# Below the groups of a set that was saved from other sets
set-left-out = Tidak disertakan, karena tidak ada lagi akun WhatsApp server ini di dalamnya: { $count } grup
set-footer = Set tidak memberi izin kepada siapa pun.
set-deleted = Set dihapus
set-deleted-text = Tidak ada lagi yang bisa memakai set { $name } dan grup-grupnya sendiri tidak berubah.
sets = Set grup
sets-none = Tidak ada set untuk ditampilkan di sini. Simpan satu dengan `/wa-set save`.
sets-file = Berkas terlampir berisi semua grup dari set ini.
# Titles of the columns of a file
column-set = set
column-group = grup
column-group-id = id grup

bad-set-name = Nama ini tidak bisa dipakai untuk set
bad-set-name-text = Nama set paling banyak { $max } karakter, tanpa koma, dan bukan id grup. Tidak ada yang berubah.
no-such-set = Set tidak ditemukan
no-such-set-text = Usher tidak menemukan set { $name } yang bisa kamu hapus. Tidak ada yang berubah.
# A list follows
sets-to-choose = Set yang bisa kamu pilih:
set-outside-scope = Kamu tidak bisa mengelola semua grup di set ini
set-outside-scope-text = Set { $name } berisi grup yang tidak bisa kamu kelola, jadi kamu tidak bisa mengganti atau menghapusnya. Tidak ada yang berubah. Pilih nama lain, atau tanyakan kepada orang yang bisa mengelola izin di semua grupnya.
set-too-large = Terlalu banyak grup untuk satu set
set-too-large-text = Satu set bisa berisi paling banyak { $max } grup. Yang ini akan berisi { $given }. Tidak ada yang berubah.
too-many-sets = Tidak ada tempat untuk set lain
too-many-sets-text = Server ini punya { $max } set, dan itu batasnya. Tidak ada yang berubah. Hapus satu dengan `/wa-set delete`, atau ganti satu dengan memakai namanya.
set-changed = Orang lain mengubah set ini
set-changed-text = Set berubah pada saat yang sama, jadi Usher membiarkannya seperti sekarang. Lihat `/wa-set list`, lalu jalankan perintah itu lagi.

## Lists of groups

bad-group-list = Beberapa grup ini tidak jelas
# These follow an entry of the list. Names and ids of groups follow
group-unknown = Di sini kamu tidak bisa memakai grup atau set dengan nama ini
group-unknown-like = Di sini kamu tidak bisa memakai grup atau set dengan nama ini. Nama yang mirip: { $groups }
group-ambiguous = Beberapa grup punya nama ini. Tulis id salah satunya: { $ids }
# $set: the name of the set, as it must be written
group-or-set = Ada set dengan nama yang sama. Tulis { $set } untuk set itu, atau id sebuah grup: { $ids }
set-empty = Set ini tidak punya grup yang bisa kamu pakai di sini
no-groups-named = Tidak ada grup yang diberikan
no-groups-named-text = Tulis setidaknya satu grup atau set di opsi `groups`. Tidak ada yang berubah.
# A choice while a person types; at most 100 characters
choices-too-long = Terlalu panjang untuk saran lain. Ketik sisanya sendiri, atau pakai set grup.
# The last one of the choices while a person types
choices-more-in-list = Ketik untuk melihat { $more } lagi

## The audit log, and what the commands are for

deed-set-saved = { $who } menyimpan set { $name } dengan { $count } grup.
deed-set-replaced = { $who } mengganti set { $name } dengan yang baru berisi { $count } grup.
deed-set-deleted = { $who } menghapus set { $name }
action-sets = mengelola set grup
action-sets-list = melihat set grup
