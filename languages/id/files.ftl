### People by file, pictures, QR codes, pages, and what is attached to an answer.

## People by file

bad-file = File tidak bisa dipakai
file-too-large = Ukuran file maksimal { $max } MiB. Tidak ada yang dikirim.
file-too-many = Sebuah daftar berisi maksimal { $max } orang. Tidak ada yang dikirim.
file-too-many-cells = Sebuah berkas berisi paling banyak { $rows } baris, { $columns } kolom, dan { $cells } sel. Tidak ada yang diubah.
file-too-slow = Membaca berkas ini terlalu lama, jadi Usher berhenti. Lampirkan berkas yang lebih kecil. Tidak ada yang diubah.
file-not-downloaded = Usher tidak mendapatkan file itu dari Discord. Lampirkan lagi. Tidak ada yang dikirim.
# In a list of bad entries of a file
file-line = Baris { $line }
# Titles of the columns of an attached table
column-line = baris
column-phone = nomor telepon
column-name = nama
column-reason = alasan
column-link = tautan
column-how = cara dibaca
column-country = negara
column-result = hasil

## Longer work

# Followed by a bar
working-people = { $done } dari { $all ->
   *[other] { $all } orang
}
working-left = sisa { $left }
working-speed = { $speed } per menit
button-stop = Hentikan
stopping = Proses berhenti setelah permintaan yang sedang berjalan dijawab. Orang yang saat itu sudah ada di grup tetap di dalamnya.
stop-gone = Proses ini sudah selesai, atau tidak ada yang bernomor ini di sini. Tidak ada yang dihentikan.
stopped-by = { $who } menghentikan ini sebelum semuanya selesai. Perintah yang sama mengerjakan sisanya.
stopped-not-allowed = Usher menghentikan ini sebelum semuanya selesai: orang yang memintanya tidak lagi boleh melakukannya di sini.
stopped-not-a-member = Usher menghentikan ini sebelum semuanya selesai: orang yang memintanya sudah keluar dari server ini.
stopped-no-server = Usher menghentikan ini sebelum semuanya selesai: Usher tidak lagi ada di server ini.
stopped-unknown = Usher menghentikan ini sebelum semuanya selesai: selama 10 menit tidak bisa dibaca apakah orang yang memintanya masih boleh melakukannya.
report-attached = File terlampir memuat hasilnya orang per orang.
not-added-attached = `{ $file }` berisi orang yang tidak ditambahkan. File ini bisa langsung dilampirkan ke `/wa-group members add`.

## Those who must be invited

button-invitation = Pesan untuk dikirim
invitation-copy = Salin pesan ini dan kirim kepada orang yang harus diundang:
invitation-links = Atau tekan sebuah nomor: WhatsApp terbuka dengan pesan untuk orang itu.
invitation-more = File terlampir berisi tautan untuk semua { $count } orang.
invitation-without-number = { $count ->
    [one] { $count } orang hanya dikenal lewat ID: tidak ada tautan untuknya.
   *[other] { $count } orang hanya dikenal lewat ID: tidak ada tautan untuk mereka.
}
# What is sent to people in WhatsApp. No bold here.
invitation = Halo! Anda diundang ke grup WhatsApp kami “{ $group }” lewat tautan ini: { $link }

## Pictures

bad-picture = Gambar tidak bisa dipakai
picture-too-large = Ukuran gambar maksimal { $max } MiB. Tidak ada yang dikirim.
picture-too-many-pixels = Gambar maksimal { $max } megapiksel. Gambar ini { $width } × { $height }. Tidak ada yang dikirim.
picture-unreadable = Ini bukan PNG, JPEG, WebP, atau GIF yang bisa dibaca Usher. Tidak ada yang dikirim.
picture-cut-off = Gambar ini terpotong: berkasnya berakhir sebelum gambarnya selesai. Simpan atau unduh lagi, lalu lampirkan berkas yang utuh. Tidak ada yang diubah.
picture-too-slow = Membaca gambar ini terlalu lama, jadi Usher berhenti. Lampirkan gambar yang lebih kecil. Tidak ada yang diubah.
picture-either = Isi `image` atau `url`, jangan keduanya. Tidak ada yang dikirim.
created-no-picture = Foto grup tidak bisa dipasang; coba lagi dengan `/wa-group picture`.
# Read out to those who cannot see it
picture-alt = Foto baru grup
qr-alt = Kode QR tautan undangan
qr-hint = Pindai kode di bawah dengan kamera ponsel.

## Pages

button-first = Pertama
button-previous = Sebelumnya
button-next = Berikutnya
button-last = Terakhir
page = Halaman { $page } dari { $pages }
pages-old = Sudah kedaluwarsa
pages-old-text = Tombol ini hanya berlaku selama lima menit. Gunakan perintahnya lagi.

## Descriptions

# Title of a window; at most 45 characters
describe-title = Ubah deskripsi grup
# At most 45 characters
describe-field = Deskripsi
describe-ready = Usher sudah mengambil deskripsi saat ini. Tekan tombol untuk mengubahnya.
button-edit = Ubah…
field-your-text = Yang Anda tulis

## Invites in messages, members as a file

no-invite = Tidak ada tautan undangan
no-invite-text = Tidak ada tautan undangan WhatsApp dalam pesan ini.
# Below the preview of the first of them
several-invites = Pesan ini berisi { $count } tautan undangan yang berbeda. Ini yang pertama: { $link }
button-join = Gabung
members-exported = { $count ->
   *[other] { $count } anggota
}, sebagai file untuk spreadsheet. Isinya nomor telepon: jangan berikan kepada siapa pun yang tidak boleh melihatnya.
deed-members-exported = { $who } mengekspor daftar anggota sebagai file.
wish-members-export = mengekspor daftar anggota grup ini sebagai file
wish-picture-file = memasang foto baru untuk grup ini
wish-with-picture = { $wish }, dengan foto
