### Lists of people: how they were read, and what is asked before anyone in them is added, removed or changed.

list-found = { $count ->
    [0] Usher tidak menemukan siapa pun dalam daftar ini.
   *[other] Usher menemukan **{ $count } orang** dalam daftar ini.
} Tidak ada yang terjadi sampai kamu menekan tombol.
list-exact = { $count ->
   *[other] { $count } nomor punya kode negara.
}
list-ids = { $count ->
   *[other] { $count } entri adalah ID WhatsApp.
}
# $country is such as “BR (+55)”
list-national = { $count ->
   *[other] Usher membaca { $count } nomor tanpa kode negara sebagai nomor { $country }.
}
list-doubles = { $count ->
   *[other] { $count } entri berisi orang yang sama dan dilewati.
}
list-columns = Nomor diambil dari { $all }
list-column-titled = kolom { $column } **{ $title }**
list-column = kolom { $column }
list-other-numbers = { $count ->
   *[other] { $count } nomor lain dari orang yang sama tidak dipakai.
}
list-already = { $count ->
   *[other] { $count } di antaranya sudah ada di grup.
}
list-room = Grup ini punya { $members } anggota (batas 1.024).
list-too-full = Grup ini punya { $members } anggota (batas 1.024), jadi tidak semuanya muat.
list-may-add = { $left ->
   *[other] Batas harian: akun WhatsApp ini sekarang bisa menambahkan { $left } orang lagi.
}
list-may-not-add = { $left ->
    [0] Batas harian: akun WhatsApp ini sekarang tidak bisa menambahkan siapa pun, jadi Usher akan menolak menambahkan mereka.
   *[other] Batas harian: akun WhatsApp ini sekarang hanya bisa menambahkan { $left } orang lagi, jadi Usher akan menolak menambahkan semuanya.
}
list-takes = Menambahkan mereka perlu sekitar { $minutes } menit, karena Usher melambat saat mendekati batas harian.
list-first = Yang lain bisa menyusul sendiri: Usher menambahkan mereka mulai besok, setiap hari sebanyak yang diizinkan batas harian.
list-check = Periksa nomor ini
list-unclear = { $count ->
   *[other] Tidak dipahami: { $count } entri
}
list-file = File terlampir berisi semua entri.
# A footer
list-by-country = Nomor tanpa kode negara: { $country }

## Where an entry stands

list-row = Baris { $row }
list-sheet-row = { $sheet } · baris { $row }
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
   *[other] Berhentikan { $count } orang sebagai admin
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
people-example = Ana +55 11 97777-0001, Ben +49 1512 3456789
# Title of a window; at most 45 characters
list-country-title = Negara nomor ini
# At most 45 characters
list-country-field = Negara: huruf, kode, atau nama
# At most 100 characters
list-country-example = Misalnya BR, +55, atau Brasil

## People of a message

list-which-group = Ke grup mana kamu mau menambahkan orang-orang ini? Pilih satu, lalu periksa bagaimana Usher membaca nomornya.
menu-group = Pilih grup
menu-open-group = Buka grup
list-no-groups = Kamu tidak bisa menambahkan orang ke grup mana pun di sini, atau Usher tidak bisa membaca grupnya. Tidak ada yang berubah.
# Below the menu, if there are more groups than a menu holds
list-more-groups = Menu ini hanya berisi { $count } grup. Untuk grup lain, salin teksnya dan pakai `/wa-group members add`.

## How a number was read. Each follows a number and a dot.

how-exact = dengan kode negara
how-id = ID WhatsApp
how-national = dibaca sebagai nomor { $country }
how-double = sama dengan entri sebelumnya
guess-plus-missing = tanda + di depan tidak ada; dibaca sebagai nomor { $country }
guess-two-countries = bisa juga { $other }
guess-trunk-zero-missing = dibaca sebagai nomor { $country }, walaupun 0 di depan tidak ada
guess-trunk-prefix = tanpa satu angka yang hanya dipakai saat menelepon di dalam { $country }
guess-unassigned = mirip nomor { $country }, tetapi nomor seperti itu mungkin tidak dipakai
guess-country-not-understood = Usher tidak mengenal negara di daftar; dibaca sebagai nomor { $country }

## Why an entry was not understood. Each follows the entry and a dot.

unclear-no-number = tidak ada nomor telepon
unclear-too-short = terlalu pendek untuk negaranya
unclear-too-long = terlalu panjang untuk negaranya
unclear-unknown-country-code = tidak ada negara dengan kode ini
unclear-no-such-number = negaranya tidak punya nomor seperti ini
unclear-country-missing = kode negara tidak ada; tulis seperti +55 11 99999-9999
unclear-area-code-missing = kode area tidak ada
unclear-two-endings = dua akhiran; tulis kedua nomor secara lengkap
unclear-ambiguous = satu nomor atau beberapa; beri koma di antaranya
unclear-letters = ada huruf dalam nomor
unclear-extension = punya nomor ekstensi, yang tidak bisa dipakai WhatsApp
unclear-date = tanggal atau waktu
unclear-amount = jumlah uang atau bilangan desimal
unclear-scientific = dibulatkan oleh spreadsheet; format kolomnya sebagai teks
unclear-id-number = nomor pajak atau nomor identitas lain
unclear-postal-code = kode pos
unclear-fax = nomor faks
unclear-masked = beberapa angka disembunyikan
unclear-discord-mention = pengguna Discord; Usher tidak tahu nomor teleponnya
unclear-group-id = ID sebuah grup
unclear-other-id = ID dari hal lain
unclear-link-without-number = tautan tanpa nomor

## Lists that cannot be used

bad-list = Daftar ini tidak bisa dipakai
list-nobody-found = Tidak ada orang yang ditemukan
file-unknown-format = Usher tidak bisa membaca jenis file ini. Tidak ada yang berubah. Pakai teks, CSV, kontak (.vcf), JSON, atau spreadsheet (.xlsx, .ods).
file-unsupported-spreadsheet = Spreadsheet ini terproteksi atau berjenis lama. Tidak ada yang berubah. Simpan sebagai .xlsx atau CSV tanpa kata sandi.
file-damaged = File ini rusak. Tidak ada yang berubah. Simpan atau unduh lagi, lalu lampirkan.
