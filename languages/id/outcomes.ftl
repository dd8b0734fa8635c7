### What was done, told to the person who asked.

renamed = Nama diganti: **{ $before }** → **{ $after }**
described = Deskripsi baru:
description-removed = Deskripsi sudah dihapus.
picture-set = Grup sudah memiliki foto baru.
left = Akun sudah keluar dari grup ini.
deleted = Grup ini sudah dihapus.
joined = Akun sudah bergabung ke grup ini.
sessions = Sesi
sessions-none = API grup tidak mengenal satu pun sesi server ini.

created-alone = Grup sudah dibuat, isinya baru akun itu sendiri.
created-all-joined = Grup sudah dibuat, dan { $count ->
   *[other] { $count } orang
} bergabung.
created-some-joined = Grup sudah dibuat; { $joined } dari { $count ->
   *[other] { $count } orang
} bergabung.
created-not-described = Deskripsinya tidak bisa dipasang; coba lagi dengan `/wa-group describe`.

groups = Grup
groups-none = Tidak ada grup di sini yang boleh Anda lihat.
groups-none-found = Tidak ada grup yang boleh Anda lihat dengan “{ $search }” dalam namanya.
entries-unread = { $count ->
   *[other] { $count } entri lain dalam daftar ini tidak dapat dibaca dan tidak ditampilkan
}.

field-owner = Pemilik
field-admins = Admin
field-admins-now = Admin sekarang
field-invited-by = Undangan dibuat oleh
field-members-shown = Anggota yang ditampilkan WhatsApp
admins-unreadable = tidak dapat dibaca
previewed = Inilah tujuan undangan ini. Akun tidak bergabung ke grup mana pun.

invite-shown = Siapa pun yang memiliki tautan ini bisa bergabung. Tautan berlaku sampai dicabut.
invite-revoked = Tautan undangan lama tidak berlaku lagi. Ini yang baru:
invite-revoked-unread = Tautan undangan lama tidak berlaku lagi. Lihat yang baru dengan `/wa-group invite show`.
field-invite-needed = Tautan undangan untuk yang harus diundang
field-rest = Sisanya
rest-later = Orang yang belum diproses bisa ditambahkan mulai { $time }.
done-before = Ini sudah dilakukan; gunakan perintahnya lagi untuk melihatnya.

## What became of people who were to be added. Followed by their number, and by who they are.

standing-added = Ditambahkan
standing-already-member = Sudah ada di grup
standing-private = Tidak ditambahkan, pengaturan privasinya tidak mengizinkan; undanglah mereka
standing-must-be-invited = Tidak ditambahkan, harus diundang
standing-not-added = Tidak ditambahkan: tidak ada di WhatsApp, atau tidak mengizinkan orang lain menambahkannya
standing-not-on-whatsapp = Tidak ada di WhatsApp
standing-left-recently = Baru saja keluar dan belum bisa ditambahkan kembali; undanglah mereka
standing-group-full = Tidak ditambahkan, grup penuh
standing-refused = Ditolak oleh WhatsApp; undanglah mereka
standing-number-refused = Nomor ditolak oleh server WhatsApp; periksa nomornya
standing-not-asked = Belum diproses; bisa ditambahkan dengan perintah yang sama
standing-unconfirmed = Tidak diketahui: sudah diminta, tetapi tidak dikonfirmasi. Periksa daftar anggota sebelum mencoba lagi

## Of people who were to be removed.

removal-removed = Dikeluarkan
removal-no-member = Tidak ada di grup
removal-creator = Pembuat grup, tidak bisa dikeluarkan
removal-own-account = Ini akun Usher sendiri; gunakan `/wa-group leave`
removal-still-there = Masih ada di grup
removal-unconfirmed = Tidak diketahui: sudah diminta, tetapi tidak dikonfirmasi. Periksa daftar anggota sebelum mencoba lagi

## Of people who were to become admins, or to be admins no more.

admin-made = Sekarang admin
admin-taken = Bukan admin lagi
admin-was-already = Memang sudah admin
admin-was-none = Memang bukan admin
admin-no-member = Tidak ada di grup
admin-creator = Pembuat grup, tidak bisa diberhentikan sebagai admin
admin-own-account = Ini akun Usher sendiri, yang perannya tidak diubah Usher; untuk keluar dari grup gunakan `/wa-group leave`
admin-not-changed = Tidak diubah oleh WhatsApp
admin-unconfirmed = Tidak diketahui: sudah diminta, tetapi tidak dikonfirmasi. Periksa daftar admin sebelum mencoba lagi

## WhatsApp accounts, and why one is not connected.

status-connected = terhubung
status-connecting = sedang menghubungkan
status-disconnected = tidak terhubung
reason-scan-qr = kode QR harus dipindai dengan ponsel
reason-auto-reconnect = sedang menghubungkan kembali secara otomatis
reason-failed = koneksi gagal
reason-manual-stop = dihentikan oleh seseorang
reason-qr-timeout = kode QR tidak dipindai tepat waktu
reason-logged-out = akun dikeluarkan (logout) melalui ponsel
reason-temporary-ban = akun diblokir WhatsApp untuk sementara
reason-stream-error = koneksi diputus oleh WhatsApp
