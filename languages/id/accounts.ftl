### Akun WhatsApp: peringatan di channel log, dan isi daftar untuk tiap akun

status-unknown = koneksi tidak diketahui
account-listed-since = sejak { $time }
account-left = orang yang masih bisa ditambahkan hari ini: { $left }

account-lost = Akun WhatsApp terputus
account-banned = Akun WhatsApp diblokir
account-back = Akun WhatsApp terhubung lagi
account-lost-since = Usher melihat ini sejak { $time }. Sampai akunnya terhubung lagi, perintah untuk grupnya gagal.
account-back-after = Akun ini terputus sekitar { $duration }, sejak { $time }.
lasted-seconds = { $count ->
   *[other] { $count } detik
}
lasted-minutes = { $count ->
   *[other] { $count } menit
}
lasted-hours = { $count ->
   *[other] { $count } jam
}
lasted-days = { $count ->
   *[other] { $count } hari
}

account-disconnected = Akun ini tidak terhubung ke WhatsApp.
account-disconnected-next = **Yang perlu dilakukan:** Minta pemilik bot memeriksa akun ini di layanan WhatsApp. Sering kali akunnya harus dijalankan atau login lagi di sana.
account-reconnecting = Koneksi akun ini ke WhatsApp terputus. Layanan WhatsApp sedang mencoba menghubungkannya lagi.
account-reconnecting-next = **Yang perlu dilakukan:** Tunggu. Jika dalam 15 menit masih terputus, beri tahu pemilik bot.
account-stopped = Seseorang menghentikan akun ini di layanan WhatsApp.
account-stopped-next = **Yang perlu dilakukan:** Minta pemilik bot menjalankannya lagi di sana.
account-missing = Layanan WhatsApp tidak mengenal akun ini.
account-missing-next = **Yang perlu dilakukan:** Beri tahu pemilik bot. Akunnya sudah dihapus di sana, atau namanya di sana berbeda dari konfigurasi Usher.
account-logged-out = Akun ini sudah logout dari WhatsApp.
account-logged-out-next = **Yang perlu dilakukan:** Login lagi. Pemilik bot membuka kode QR di layanan WhatsApp, lalu seseorang memindainya dengan ponsel akun ini.
account-ban = WhatsApp memblokir akun ini untuk sementara.
account-ban-next = **Yang perlu dilakukan:** Tunggu. WhatsApp di ponsel akun ini menampilkan berapa lama blokirnya. Setelah itu, jangan tambahkan siapa pun selama beberapa hari.
