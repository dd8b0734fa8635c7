### People by file, pictures, QR codes, pages, and what is attached to an answer.

## People by file

bad-file = File ini tidak bisa dibaca
file-too-large = File ini terlalu besar (batas { $max } MB). Tidak ada yang berubah.
file-too-many = Daftar ini terlalu panjang (batas { $max } orang). Tidak ada yang berubah.
file-too-many-cells = File ini terlalu besar (batas { $rows } baris, { $columns } kolom, dan { $cells } sel). Tidak ada yang berubah.
file-too-slow = File ini terlalu lama dibaca, jadi Usher berhenti. Tidak ada yang berubah. Lampirkan file yang lebih kecil.
file-not-downloaded = Usher tidak bisa mengunduh file itu. Tidak ada yang berubah. Lampirkan lagi.
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
working-left = sekitar { $minutes ->
   *[other] { $minutes } menit
} lagi
working-left-little = kurang dari satu menit lagi
button-stop = Hentikan
# Titles of the answers to the button
stopping-title = Sedang dihentikan
stop-gone-title = Tidak ada yang perlu dihentikan
stopping = Usher berhenti setelah langkah yang sedang berjalan. Yang sudah selesai tidak dibatalkan.
stop-gone = Proses ini sudah selesai, atau server ini tidak punya proses dengan nomor itu.
stopped-by = { $who } menghentikan ini sebelum selesai. Jalankan perintah yang sama lagi untuk mengerjakan sisanya.
stopped-not-allowed = Usher berhenti sebelum ini selesai: orang yang memulainya tidak lagi punya izin di sini.
stopped-not-a-member = Usher berhenti sebelum ini selesai: orang yang memulainya sudah keluar dari server ini.
stopped-no-server = Usher berhenti sebelum ini selesai: Usher tidak lagi ada di server ini.
stopped-unknown = Usher berhenti sebelum ini selesai: selama 10 menit Usher tidak bisa memeriksa apakah orang yang memulainya masih punya izin.
stopped-account-lost = Usher berhenti sebelum ini selesai: akun WhatsApp tidak terhubung lagi. `/wa-session list` menampilkan sebabnya. Jalankan perintah yang sama lagi saat akunnya terhubung.
report-attached = Hasil lengkapnya ada di file terlampir.
not-added-attached = `{ $file }` berisi orang yang tidak ditambahkan. File ini bisa langsung kamu lampirkan ke `/wa-group members add`.

## Those who must be invited

button-invitation = Ambil pesan undangan
invitation-copy = Salin ini dan kirim ke mereka lewat WhatsApp:
invitation-links = Atau pilih sebuah nomor: WhatsApp terbuka dengan pesan untuk orang itu.
invitation-more = File terlampir berisi tautan untuk semua { $count } orang.
invitation-without-number = { $count ->
   *[other] { $count } orang tidak punya nomor telepon yang terlihat, jadi tidak ada tautan untuk mereka.
}
# What is sent to people in WhatsApp. No bold here.
invitation = Halo! Gabung ke grup WhatsApp kami { $group } lewat tautan ini: { $link }

## Pictures

bad-picture = Gambar ini tidak bisa dipakai
picture-too-large = Gambar ini terlalu besar (batas { $max } MB). Tidak ada yang berubah.
picture-too-many-pixels = Gambar ini terlalu besar: { $width } × { $height } piksel. Tidak ada yang berubah. Pakai gambar dengan maksimal { $max } megapiksel.
picture-unreadable = Usher tidak bisa membaca gambar ini. Tidak ada yang berubah. Pakai PNG, JPEG, WebP, atau GIF.
picture-cut-off = Gambar ini tidak lengkap: filenya terpotong. Tidak ada yang berubah. Simpan atau unduh lagi, lalu lampirkan file yang utuh.
picture-too-slow = Gambar ini terlalu lama dibaca, jadi Usher berhenti. Tidak ada yang berubah. Lampirkan gambar yang lebih kecil.
picture-either = Pakai `image` atau `url`, jangan keduanya. Tidak ada yang berubah.
created-no-picture = Foto grup tidak terpasang. Coba `/wa-group picture`.
# Read out to those who cannot see it
picture-alt = Foto baru grup
qr-alt = Kode QR tautan undangan
qr-hint = Pindai kode QR untuk bergabung.

## Pages

button-first = Awal
button-previous = Sebelumnya
button-next = Berikutnya
button-last = Akhir
page = Halaman { $page } dari { $pages }
pages-old = Tombol kedaluwarsa
pages-old-text = Tombol ini berfungsi selama 15 menit. Jalankan perintahnya lagi.

## Descriptions

# Title of a window; at most 45 characters with a name of 25
describe-title = Deskripsi { $group }
# At most 45 characters
describe-field = Deskripsi
describe-ready = Siap. Tekan **Ubah…** untuk mengubah deskripsi.
button-edit = Ubah…
field-your-text = Teksmu

## Invites in messages, members as a file

no-invite = Tidak ada tautan undangan
no-invite-text = Tidak ada tautan undangan WhatsApp dalam pesan ini.
# Below the preview of the first of them
several-invites = Pesan ini berisi { $count } tautan undangan yang berbeda. Ini yang pertama: { $link }
button-join = Gabung
members-exported = { $count ->
   *[other] { $count } anggota
} diekspor. File ini berisi nomor telepon; bagikan hanya kepada orang yang boleh melihatnya.
deed-members-exported = { $who } mengekspor daftar anggota.
wish-members-export = mengekspor daftar anggota grup ini
wish-picture-file = mengganti foto grup ini
wish-with-picture = { $wish }, dengan foto
