### What was done, told to the person who asked.

renamed = Nama diganti: **{ $before }** → **{ $after }**
# The text follows
described = Deskripsi diubah:
description-removed = Deskripsi dihapus.
picture-set = Foto grup diganti.
left = Usher keluar dari grup ini.
deleted = Grup dihapus untuk semua anggotanya.
joined = Usher bergabung ke grup ini.
sessions = Akun WhatsApp
sessions-none = Layanan WhatsApp tidak mengenal satu pun akun server ini. Beri tahu pemilik bot.

created-alone = Grup dibuat. Hanya ada Usher di dalamnya. Tambahkan orang dengan `/wa-group members add`.
created-all-joined = Grup dibuat. { $count ->
   *[other] { $count } orang
} ditambahkan.
created-some-joined = Grup dibuat. { $joined } dari { $count ->
   *[other] { $count } orang
} ditambahkan.
created-not-described = Deskripsi tidak terpasang. Coba `/wa-group describe`.

groups = Grup
groups-none = Kamu tidak punya grup di sini.
groups-none-found = Tidak ada grup yang bisa kamu lihat yang cocok dengan **{ $search }**
entries-unread = { $count ->
   *[other] { $count } entri lain tidak bisa dibaca dan tidak ditampilkan.
}

field-owner = Pemilik
field-admins = Admin
field-admins-now = Admin sekarang
field-invited-by = Tautan dibuat oleh
field-members-shown = Sebagian anggota
admins-unreadable = Usher tidak bisa membacanya
previewed = Hanya pratinjau. Tidak ada yang berubah.

invite-shown = Siapa pun yang punya tautan ini bisa bergabung sampai kamu mencabutnya.
# The link follows
invite-revoked = Tautan lama tidak berlaku lagi. Tautan baru:
invite-revoked-unread = Tautan lama tidak berlaku lagi. Ambil yang baru dengan `/wa-group invite show`.
field-invite-needed = Kirim tautan undangan ini ke mereka
field-rest = Belum selesai
rest-later = Kamu bisa menambahkan yang lain mulai { $time }.
done-before = Selesai. Jalankan perintah lagi untuk melihatnya.

## What became of people who were to be added. Followed by their number, and by who they are.

standing-added = Ditambahkan
standing-already-member = Sudah ada di grup
standing-private = Tidak ditambahkan: pengaturan privasinya tidak mengizinkan. Kirim tautan undangan
standing-must-be-invited = Tidak ditambahkan: WhatsApp hanya mengizinkan bergabung lewat tautan undangan
standing-not-added = Tidak ditambahkan: tidak ada di WhatsApp, atau tidak mau ditambahkan orang lain
standing-not-on-whatsapp = Tidak ada di WhatsApp
standing-left-recently = Tidak ditambahkan: baru saja keluar dari grup. Kirim tautan undangan
standing-group-full = Tidak ditambahkan: grup penuh
standing-refused = Tidak ditambahkan: WhatsApp menolak. Kirim tautan undangan
standing-number-refused = Tidak ditambahkan: WhatsApp menolak nomornya. Periksa nomornya
standing-not-asked = Belum dicoba. Jalankan perintah lagi untuk menambahkannya
standing-unconfirmed = Belum terkonfirmasi. Periksa daftar anggota sebelum menjalankan perintah lagi

## Of people who were to be removed.

removal-removed = Dikeluarkan
removal-no-member = Tidak ada di grup
removal-creator = Pembuat grup; tidak bisa dikeluarkan
removal-own-account = Nomor Usher sendiri; pakai `/wa-group leave`
removal-still-there = Masih ada di grup
removal-unconfirmed = Belum terkonfirmasi. Periksa daftar anggota sebelum menjalankan perintah lagi

## Of people who were to become admins, or to be admins no more.

admin-made = Sekarang admin
admin-taken = Bukan admin lagi
admin-was-already = Sudah admin sebelumnya
admin-was-none = Memang bukan admin
admin-no-member = Tidak ada di grup
admin-creator = Pembuat grup; selalu tetap admin
admin-own-account = Nomor Usher sendiri; Usher tidak mengubah perannya sendiri. Untuk keluar dari grup, pakai `/wa-group leave`
admin-not-changed = WhatsApp tidak mengubah ini
admin-unconfirmed = Belum terkonfirmasi. Periksa daftar admin sebelum menjalankan perintah lagi

## WhatsApp accounts, and why one is not connected.

status-connected = terhubung
status-connecting = sedang menghubungkan
status-disconnected = tidak terhubung
reason-scan-qr = seseorang harus memindai kode QR dengan ponsel
reason-auto-reconnect = sedang menghubungkan ulang otomatis
reason-failed = koneksi gagal
reason-manual-stop = dihentikan oleh seseorang
reason-qr-timeout = tidak ada yang memindai kode QR tepat waktu
reason-logged-out = dikeluarkan (logout) lewat ponsel; seseorang harus memindai kode QR lagi
reason-temporary-ban = diblokir sementara oleh WhatsApp
reason-stream-error = WhatsApp memutus koneksi
