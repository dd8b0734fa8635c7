### Lists of people: how they were read, and what is asked before somebody of them is added, removed or changed.

list-found = { $count ->
    [0] Tidak ada orang yang ditemukan dalam daftar ini.
   *[other] **{ $count } orang** ditemukan dalam daftar ini.
} Tidak ada yang dilakukan sebelum Anda menekan tombol.
list-exact = { $count ->
   *[other] { $count } nomor memiliki kode negaranya.
}
list-ids = { $count ->
   *[other] { $count } entri adalah ID WhatsApp.
}
# $country is such as “BR (+55)”
list-national = { $count ->
   *[other] { $count } nomor tanpa kode negara dibaca sebagai nomor { $country }.
}
list-doubles = { $count ->
   *[other] { $count } entri menyebutkan seseorang untuk kedua kalinya dan dilewati.
}
list-columns = Nomor diambil dari: { $columns }.
list-column-titled = “{ $title }” (kolom { $column })
list-column = kolom { $column }
list-other-numbers = { $count ->
   *[other] { $count } nomor lain dari orang yang sama tidak dipakai.
}
list-already = { $count ->
   *[other] { $count } di antaranya sudah ada di grup.
}
list-room = Grup memiliki { $members } dari maksimal 1.024 anggota.
list-too-full = Grup memiliki { $members } dari maksimal 1.024 anggota: tidak semua orang ini muat.
list-may-add = { $left ->
   *[other] Akun ini masih boleh menambahkan { $left } orang dalam 24 jam ini.
}
list-may-not-add = { $left ->
    [0] Akun ini tidak boleh menambahkan siapa pun lagi dalam 24 jam ini, jadi semua orang ini akan ditolak jika ditambahkan sekarang.
   *[other] Akun ini hanya boleh menambahkan { $left } orang lagi dalam 24 jam ini, jadi semua orang ini akan ditolak jika ditambahkan sekaligus sekarang.
}
list-takes = Menambahkan mereka memakan waktu sekitar { $minutes } menit: sisa yang boleh ditambahkan akun ini dalam sehari tinggal sedikit, jadi Usher menambahkan pelan-pelan.
list-first = Yang lain bisa menyusul sendiri: Usher menambahkan mereka mulai besok, setiap hari sebanyak yang diizinkan batas harian.
list-check = Periksa nomor-nomor ini
list-unclear = { $count ->
   *[other] Tidak dipahami: { $count } entri
}
list-file = File terlampir memuatnya entri per entri.
list-minutes = Berlaku 10 menit.
list-minutes-country = Berlaku 10 menit. Nomor tanpa kode negara: { $country }.

## Where an entry stands

list-row = Baris { $row }
list-sheet-row = { $sheet }, baris { $row }
list-entry = Entri { $entry }
# $place is one of these, or “Line 3”
list-in-file = { $place } dalam file

## Buttons; at most 80 characters

button-add-all = { $count ->
   *[other] Tambahkan { $count } orang
}
button-add-sure = { $count ->
   *[other] Tambahkan hanya { $count } yang pasti
}
button-add-first = Tambahkan { $count } pertama saja
button-add-rest = Tambahkan { $count } sekarang, sisanya besok
button-remove-all = { $count ->
   *[other] Keluarkan { $count } orang
}
button-promote-all = { $count ->
   *[other] Jadikan { $count } orang admin
}
button-demote-all = { $count ->
   *[other] Cabut peran admin dari { $count } orang
}
button-create-all = { $count ->
   *[other] Buat dengan { $count } orang
}
button-go-on-sure = { $count ->
   *[other] Lanjutkan hanya dengan { $count } yang pasti
}
list-button-country = Ganti negara

## Windows

# Title of a window; at most 45 characters
people-title = Tambahkan orang
# At most 45 characters
people-field = Nomor telepon, apa adanya
# At most 100 characters
people-example = Ana +55 11 97777-0001
# Title of a window; at most 45 characters
list-country-title = Negara nomor-nomor ini
# At most 45 characters
list-country-field = Dua hurufnya, kode negaranya, atau namanya
# At most 100 characters
list-country-example = BR, +55, atau Brasil

## People of a message

list-which-group = Ke grup mana orang dalam pesan ini akan ditambahkan? Pilih grupnya, lalu lihat bagaimana nomornya dibaca.
menu-group = Pilih grupnya
list-no-groups = Tidak ada grup tempat Anda boleh menambahkan orang, atau grup sedang tidak bisa dibaca. Tidak ada yang diubah.
# Below the menu, if there are more groups than a menu holds
list-more-groups = Menu ini berisi { $count } grup. Untuk grup lain, salin teksnya dan gunakan `/wa-group members add`.

## How a number was read. Each follows a number and a dash.

how-exact = dengan kode negaranya
how-id = ID WhatsApp
how-national = dibaca sebagai nomor { $country }
how-double = sudah disebutkan sebelumnya
guess-plus-missing = tidak ada + di depannya, dan dibaca sebagai nomor { $country }
guess-two-countries = bisa juga { $other }
guess-trunk-zero-missing = dibaca sebagai nomor { $country }, tempat orang menulis 0 di depannya
guess-trunk-prefix = satu angka yang hanya dipakai saat menelepon di dalam { $country } dihilangkan
guess-unassigned = bentuknya seperti nomor { $country }, tetapi nomor seperti itu tidak diketahui sedang dipakai
guess-country-not-understood = daftar menyebutkan negara yang tidak dikenal Usher, jadi dibaca sebagai nomor { $country }

## Why an entry was not understood. Each follows the entry and a colon.

unclear-no-number = tidak ada nomor telepon
unclear-too-short = terlalu pendek untuk nomor dari negaranya
unclear-too-long = terlalu panjang untuk nomor dari negaranya
unclear-unknown-country-code = tidak ada negara dengan kode ini
unclear-no-such-number = negaranya tidak memiliki nomor seperti itu
unclear-country-missing = tidak ada kode negara
unclear-area-code-missing = tidak ada kode area
unclear-two-endings = nomor dengan dua akhiran; tulis keduanya secara lengkap
unclear-ambiguous = satu nomor atau beberapa; beri koma di antaranya
unclear-letters = ada huruf dalam nomor
unclear-extension = nomor ekstensi; WhatsApp tidak memilikinya
unclear-date = tanggal atau waktu
unclear-amount = jumlah uang atau bilangan desimal
unclear-scientific = dibulatkan oleh aplikasi spreadsheet; format kolomnya sebagai teks
unclear-id-number = nomor pajak atau nomor identitas lain
unclear-postal-code = kode pos
unclear-fax = nomor faks
unclear-masked = beberapa angka disembunyikan
unclear-discord-mention = sebutan pengguna Discord, yang nomor teleponnya tidak diketahui Usher
unclear-group-id = ID grup
unclear-other-id = ID dari hal lain
unclear-link-without-number = tautan tanpa nomor

## Lists that cannot be used

bad-list = Daftar tidak bisa dipakai
list-nobody-found = Tidak ada orang yang ditemukan
file-unknown-format = Ini bukan daftar yang bisa dibaca Usher. Usher membaca teks, CSV, kontak (.vcf), JSON, dan spreadsheet (.xlsx, .ods). Tidak ada yang dikirim.
file-unsupported-spreadsheet = Spreadsheet ini berjenis lama atau terproteksi. Simpan sebagai .xlsx atau CSV tanpa kata sandi. Tidak ada yang dikirim.
file-damaged = File ini rusak. Simpan atau unduh lagi, lalu lampirkan. Tidak ada yang dikirim.
