### /wa-person find

person-in-groups = Di { $count } dari { $all } grup
person-in-none = { $all ->
   *[other] Tidak ditemukan di { $all } grup yang dicari Usher.
}
person-no-groups = Tidak ada grup yang bisa kamu lihat di sini.
person-listed-as = tercantum sebagai { $id }
person-listed-without-number = tercantum tanpa nomor telepon
person-groups-unread = { $count ->
   *[other] Usher tidak bisa membaca anggota { $count } grup: { $names }
}
person-in-doubt = { $count ->
   *[other] Di { $count } grup, Usher tidak bisa membandingkan semua anggota: sebagian tercantum tanpa nomor telepon atau tidak terbaca.
}
person-accounts-unread = Usher tidak bisa menampilkan grup dari { $names }. `/wa-session list` menampilkan akun WhatsApp.
person-as-of = Anggota dibaca { $when }.
button-refresh = Muat ulang
reading-members = Membaca anggota
reading-members-far = { $read } dari { $of } grup sudah dibaca.
one-person-only = Satu orang saja
one-person-only-text = Perintah ini untuk satu orang, dan kamu memberikan { $given }.
action-person-find = mencari orang di semua grup
