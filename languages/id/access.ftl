### Permissions of roles, and the setup of a server.

granted = Izin ditambahkan
granted-held = { $role } sekarang bisa memakai { $rights }{ $scope }
granted-asked = { $role } sekarang bisa meminta { $rights }{ $scope }
# Below the line before
granted-asked-how = Setiap permintaan harus disetujui oleh orang yang punya izin itu.
granted-no-effect = Dilewati, karena izin untuk grup baru tidak bisa dibatasi pada satu grup: { $capabilities }
granted-footer = Langsung berlaku.
revoked = Izin dihapus
revoked-lost = Dihapus dari { $role }: { $rights }
revoked-footer = Langsung berlaku. Administrator selalu punya semua izin.
# Permissions that need approval, in a list
rights-by-approval = { $rights } (dengan persetujuan)
# Follows permissions
in-group = di { $group }
in-session = dengan akun WhatsApp { $session }

grants = Izin
grants-none = Tidak ada izin untuk ditampilkan di sini. Peran tanpa izin tidak bisa memakai Usher; Administrator selalu bisa. Tambahkan izin dengan `/wa-access grant`.
grants-narrow = …dan { $more } lainnya. Pakai opsi `role` untuk melihat satu peran.
grants-footer = “Diatur pemilik bot” tidak bisa diubah di sini. Administrator bisa melakukan semuanya.
grant-may-ask = bisa meminta { $rights }
grant-of-file = diatur pemilik bot
grant-of-discord = diatur di sini

rights-of = Izin seseorang
rights-of-administrator = { $who } adalah Administrator dan bisa melakukan semuanya.
rights-of-nobody = { $who } tidak punya izin di sini. Tambahkan izin untuk salah satu perannya dengan `/wa-access grant`.
rights-of-somebody = { $who } bisa:
# The line goes on with the roles
rights-through = { $capability } · dari { $roles }
rights-if-approved = { $capability } · dengan persetujuan · dari { $roles }
# $scope is such as “in Alpha Team”
not-everywhere = { $role } hanya { $scope }
field-not = Tidak diizinkan

## Setup

set-up = Pengaturan
set-up-text = Pilih channel dan peran moderator di menu di bawah. Dengan tombol, kamu bisa mengubah negara nomor telepon dan teks undangan.
set-up-done = ✅ { $what }
set-up-not-set = ⚠️ **Tidak ada yang berubah.** { $why }
set-up-moderators = { $role } sekarang bisa melihat dan mengubah grup, menambahkan dan mengeluarkan orang, serta mengelola tautan undangan.
set-up-log = Channel log: { $channel }
set-up-log-gone = Channel log dimatikan.
set-up-approvals = Channel persetujuan: { $channel }
set-up-approvals-gone = Channel persetujuan dimatikan.
set-up-approvals-role = Permintaan baru menyebut { $role }.
set-up-approvals-role-gone = Permintaan baru tidak menyebut peran apa pun.
set-up-mentions = Menyebut { $role } di setiap permintaan baru.
set-up-mentions-nobody = ⚠️ **Sebutan ini tidak memberi tahu siapa pun.** Izinkan semua orang menyebut peran ini, atau beri Usher izin Mention @everyone, @here, and All Roles di channel ini.
set-up-role-gone = ⚠️ **Server ini tidak punya peran itu.** Pilih yang lain.
set-up-alerts = Peringatan tentang akun WhatsApp menyebut { $role }.
set-up-alerts-role-gone = ⚠️ **Server ini tidak punya peran itu.** Beri tahu pemilik bot.
mentions-everyone = Ini @everyone
mentions-everyone-text = Usher tidak pernah menyebut @everyone. Pilih peran lain. Tidak ada yang berubah.
set-up-no-sessions = Akun WhatsApp yang diatur untuk server ini tidak ada. Beri tahu pemilik bot.
set-up-unreadable = Usher tidak bisa membaca akunnya. { $why }
set-up-no-log = Belum diatur. Pilih channel untuk mendapat catatan setiap perubahan dan setiap penolakan, serta peringatan saat akun WhatsApp terputus.
set-up-no-approvals = Belum diatur. Kamu hanya memerlukannya jika ada peran yang harus meminta persetujuan.
set-up-no-approvals-no-notices = Belum diatur. Kamu memerlukannya jika ada peran yang harus meminta persetujuan, atau untuk diberi tahu tentang orang yang meminta bergabung.
set-up-approvals-wanted = ⚠️ **Diperlukan:** beberapa peran harus meminta persetujuan, tetapi belum ada channel untuk permintaannya.
set-up-footer = Opsi lain: /wa-access grant (izin lain, atau hanya beberapa grup)
set-up-fixed = { $setting } (diatur pemilik bot)
set-up-lacks = ⚠️ **Usher tidak bisa mengirim pesan di sana.** Beri Usher izin { $permissions } di channel ini.
set-up-gone = ⚠️ **Server ini tidak punya channel itu.** Pilih yang lain.
set-up-silent = Usher tidak bisa memeriksa apakah bisa mengirim pesan di sana.
set-up-log-waits = ⚠️ **Discord menolak entri Usher di sini sejak { $since }.** { $count ->
   *[other] { $count } entri menunggu
}. Usher mengirim semuanya secara berurutan begitu bisa.
set-up-no-roles = Tidak ada. Hanya Administrator yang bisa memakai Usher.
set-up-roles-silent = Usher tidak bisa membaca peran dari Discord.
set-up-all-roles = Tidak ada. Semua peran punya izin.
set-up-bare-roles = Peran ini tidak memberi izin apa pun di Usher.
set-up-country = Negara nomor telepon: { $country }
set-up-country-gone = Server ini tidak lagi punya negara sendiri.
set-up-country-default = { $country } (default dari pemilik bot untuk semua server)
set-up-country-meaning = Nomor tanpa kode negara dibaca sebagai nomor negara ini.
set-up-no-country = Belum diatur. Usher tidak tahu nomor tanpa kode negara berasal dari negara mana.
set-up-country-proposed = Saran: { $country }, dari nomor akun WhatsApp yang terhubung.
set-up-invitation = Undangan sekarang memakai teksmu sendiri.
set-up-invitation-gone = Undangan kembali memakai teks default dalam bahasa server ini.
field-accounts = Akun WhatsApp
field-log-channel = Channel log
field-approvals-channel = Channel persetujuan
field-country = Negara nomor telepon
field-invitation = Undangan ke grup WhatsApp
field-roles-with = Peran dengan izin
field-roles-without = Peran tanpa izin
menu-moderators = Beri sebuah peran izin moderator
menu-approvals-role = Peran yang disebut untuk permintaan baru
# A button
button-country = Negara…
# A button
button-use-country = Pakai { $country }
# At most 45 characters
country-title = Negara nomor telepon
# At most 45 characters
country-label = Negara
# At most 100 characters
country-hint = Misalnya BR, +55, atau Brasil. Kosongkan untuk menghapus negara khusus server ini.
# A button
button-set-invitation = Undangan…
# At most 45 characters
invitation-title = Undangan
# At most 45 characters
invitation-label = Teks dengan { $group } dan { $link }
# At most 100 characters
invitation-hint = Kosongkan untuk memakai teks default dalam bahasa server ini.

# A choice beside "all", when a role gets permissions that need approval; at most 90 characters
choice-all = semua izin yang diberikan di sini

## A log channel that refuses entries

# A title
log-closed = Usher tidak bisa mengirim pesan di channel log
log-closed-text = Discord menolak entri Usher di { $channel } sejak { $since }. { $count ->
   *[other] { $count } entri menunggu
}. Usher mengirim semuanya secara berurutan begitu bisa. Administrator bisa memperbaikinya: `/wa-setup` menunjukkan apa yang kurang.
