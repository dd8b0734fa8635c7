### Rights of roles, and the set-up of a server.

granted = Hak diberikan
granted-held = { $role } kini boleh memakai { $rights }{ $scope }
granted-asked = Orang yang memiliki hak itu harus menyetujuinya: { $role } kini boleh meminta { $rights }{ $scope }
granted-no-effect = Untuk satu grup saja, { $capabilities } tidak ada pengaruhnya: hak ini menyangkut grup yang belum ada.
granted-footer = Langsung berlaku.
revoked = Hak dicabut
revoked-lost = { $role } kehilangan { $rights }
revoked-footer = Langsung berlaku. Administrator tetap memiliki semua hak.
# Rights that one has only if somebody approves, in a list
rights-by-approval = { $rights } dengan persetujuan
# Follows rights
in-group = di { $group }
in-session = di sesi { $session }

grants = Izin
grants-none = Belum ada peran yang memiliki izin di sini. Administrator boleh melakukan segalanya, orang lain tidak boleh melakukan apa pun.
grants-narrow = … dan { $more } lainnya. Persempit daftar dengan opsi `role`.
grants-footer = “file”: ditetapkan oleh pengelola bot dan tidak bisa diubah di sini. Administrator boleh melakukan segalanya.
grant-may-ask = boleh meminta { $rights }
grant-of-file = file
grant-of-discord = Discord

rights-of = Apa saja yang boleh dilakukan?
rights-of-administrator = { $who } adalah Administrator server ini, jadi boleh melakukan segalanya.
rights-of-nobody = { $who } tidak boleh melakukan apa pun di sini.
rights-of-somebody = { $who } boleh memakai:
rights-through = { $capability } melalui { $roles }
rights-if-approved = { $capability } jika ada yang menyetujui, melalui { $roles }
not-everywhere = { $role } (tidak di semua tempat)
field-not = Tidak boleh

## Set-up

set-up = Pengaturan server ini
set-up-text = Apa yang sudah ada dan apa yang masih kurang. Atur lewat menu dan tombol di bawah.
set-up-done = **Selesai:** { $what }
set-up-not-set = **Tidak diatur:** { $why }
set-up-moderators = { $role } sekarang menjadi peran moderator.
set-up-log = { $channel } sekarang menjadi channel log.
set-up-log-gone = Sekarang tidak ada lagi channel log.
set-up-approvals = { $channel } sekarang menjadi channel persetujuan.
set-up-approvals-gone = Sekarang tidak ada lagi channel persetujuan.
set-up-no-sessions = API grup tidak mengenal satu pun sesi server ini. Pengelola bot perlu memeriksa konfigurasinya.
set-up-unreadable = Tidak dapat dibaca: { $why }
set-up-no-log = Belum diatur. Perubahan dan penolakan hanya diberitahukan kepada orang yang melakukannya.
set-up-no-approvals = Belum diatur. Ini diperlukan begitu ada orang yang boleh melakukan sesuatu hanya dengan persetujuan.
set-up-approvals-wanted = **Belum diatur, padahal diperlukan:** beberapa peran boleh melakukan sesuatu hanya dengan persetujuan, dan belum ada tempat untuk memintanya.
set-up-footer = /wa-access grant memberi peran hak lain, bisa juga untuk grup tertentu saja.
set-up-fixed = { $setting } (ditetapkan oleh pengelola bot)
set-up-lacks = **Usher tidak bisa menulis di sana.** Izin yang kurang: { $permissions }. Ubah izin channel tersebut.
set-up-gone = **Channel tersebut sudah tidak ada.**
set-up-silent = Discord tidak memberi tahu apakah Usher bisa menulis di sana.
set-up-log-waits = **Discord menolak entri Usher di sini sejak { $since }.** { $count ->
    [one] { $count } entri menunggu
   *[other] { $count } entri menunggu
}. Usher menyimpannya dan mengirimkannya secara berurutan begitu bisa.
set-up-no-roles = Tidak ada: hanya Administrator yang boleh memakai Usher.
set-up-roles-silent = Discord tidak memberi tahu peran apa saja yang ada.
set-up-all-roles = Tidak ada: semua peran memiliki izin.
set-up-bare-roles = Peran ini tidak boleh melakukan apa pun, jadi tidak memerlukan apa pun di sini.
set-up-country = Nomor tanpa kode negara sekarang dibaca sebagai nomor { $country }.
set-up-country-gone = Server ini tidak lagi memiliki negara sendiri.
set-up-country-default = { $country } (ditetapkan untuk semua server oleh pengelola bot)
set-up-country-meaning = Nomor tanpa kode negara dibaca sebagai nomor negara ini.
set-up-no-country = Belum diatur. Usher tidak bisa mengetahui negara dari nomor tanpa kode negara.
set-up-country-proposed = Usulan: { $country }, dari nomor akun WhatsApp yang terhubung.
set-up-invitation = Undangan sekarang memakai teks Anda sendiri.
set-up-invitation-gone = Undangan sekarang memakai teks dalam bahasa server ini.
field-accounts = Akun WhatsApp
field-log-channel = Channel log
field-approvals-channel = Channel persetujuan
field-country = Negara nomor telepon
field-invitation = Undangan ke grup WhatsApp
field-roles-with = Peran dengan izin
field-roles-without = Peran tanpa izin
menu-moderators = Jadikan sebuah peran moderator
# A button
button-country = Negara…
# A button
button-use-country = Pakai { $country }
# At most 45 characters
country-title = Negara nomor telepon
# At most 45 characters
country-label = Negara
# At most 100 characters
country-hint = BR, +55 atau Brasil. Kosong: tanpa negara sendiri.
# A button
button-set-invitation = Undangan…
# At most 45 characters
invitation-title = Undangan
# At most 45 characters
invitation-label = Teks dengan { $group } dan { $link }
# At most 100 characters
invitation-hint = Kosong: teks dalam bahasa server ini

# A choice beside "all", when a role is given rights that need approval; at most 90 characters
choice-all = semua yang ada dalam izin ini

## A log channel that refuses entries

# A title
log-closed = Usher tidak bisa menulis ke channel log
log-closed-text = Discord menolak entri Usher di { $channel } sejak { $since }. { $count ->
    [one] { $count } entri menunggu
   *[other] { $count } entri menunggu
}. Usher menyimpannya dan mengirimkannya secara berurutan begitu bisa. Administrator bisa mengubah channel atau izinnya: `/wa-setup` menunjukkan apa yang kurang.
