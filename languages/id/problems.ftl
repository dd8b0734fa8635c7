### Why somebody did not get what they asked for: a title, and what happened, whether anything changed, what to do next.

only-in-server = Pakai ini di server
only-in-server-text = Usher bekerja di channel server, bukan di pesan langsung.
not-set-up = Belum disiapkan di sini
not-set-up-text = Usher belum disiapkan untuk server ini. Minta pemilik bot menambahkan ID-nya: `{ $server }`
no-such-session = Akun WhatsApp tidak dikenal
no-such-session-text = Server ini tidak punya akun WhatsApp itu. Tidak ada yang berubah. Pilih salah satu: { $sessions }
no-such-group = Grup tidak ditemukan
# $name is what the person typed
no-such-group-text = Usher tidak menemukan grup { $name } yang bisa kamu pakai untuk ini. Tidak ada yang berubah.
which-group = Grup yang mana?
# The groups follow
which-group-text = Lebih dari satu grup bernama { $name } di sini. Pilih yang kamu maksud di bawah, atau jalankan lagi perintahnya dengan ID-nya:
answered-already = Kamu sudah menjawab ini
answered-already-text = Tunggu hasilnya. Tombol yang kamu tekan tidak mengubah apa pun.
no-longer-good = Tidak berlaku lagi
no-longer-good-text = Kamu tidak menjawab tepat waktu, atau sudah menjawab. Tombol yang kamu tekan tidak mengubah apa pun. Jika hasilnya tidak muncul, jalankan perintah lagi.
not-yours = Tombol ini bukan untukmu
not-yours-text = Hanya orang yang menjalankan perintah yang bisa memakainya. Untuk melakukan hal yang sama, jalankan perintahnya sendiri.
wrong-name = Nama tidak cocok
# The name follows
wrong-name-text = Tidak ada yang dihapus. Tekan tombolnya lagi dan ketik persis:
wrong-group-id = ID tidak cocok
# The ID follows
wrong-group-id-text = Tidak ada yang dihapus. Tekan tombolnya lagi dan ketik persis:
no-such-case = Entri tidak ditemukan
no-such-case-text = Tidak ada entri log dengan nomor itu, atau kamu tidak bisa melihatnya. `/wa-audit recent` menampilkan entri terbaru.

## Usher itself

elsewhere = Sedang dijawab
elsewhere-text = Ini dijawab oleh instance Usher yang lain.
not-written = Sedang tidak tersedia
not-written-text = Usher sedang tidak bisa menyimpan ke log audit, jadi Usher tidak melakukan apa pun. Coba lagi dalam satu menit.
too-late = Waktu habis
too-late-text = Discord tidak menerima jawaban pertama Usher tepat waktu. Tidak ada yang berubah. Jalankan perintah lagi jika kamu masih menginginkannya.
cut-short = Terputus
cut-short-text = Usher dimulai ulang sebelum sempat memulainya. Tidak ada yang berubah. Jalankan perintah lagi jika kamu masih menginginkannya.
too-much-at-once = Usher sedang sibuk
too-much-at-once-text = Saat ini pekerjaan Usher terlalu banyak. Tidak ada yang berubah. Coba lagi dalam satu menit.
restarting = Usher sedang dimulai ulang
restarting-text = Usher tidak menerima perintah baru sampai selesai dimulai ulang. Tidak ada yang berubah. Coba lagi dalam satu menit.
unreadable = Usher tidak bisa membaca ini
unreadable-text = Discord mengirim sesuatu yang tidak dipahami versi Usher ini. Tidak ada yang berubah. Kirim kode error di bawah ke pemilik bot.
unknown-command = Perintah tidak dikenal
unknown-command-text = Usher tidak lagi punya perintah ini. Tidak ada yang berubah. Mulai ulang Discord (Ctrl+R) untuk memperbarui daftar perintahmu.
fault = Ada yang salah
fault-text = Ini kesalahan pada Usher. Periksa grupnya sebelum menjalankan perintah lagi: mungkin sudah berubah. Kirim kode error di bawah ke pemilik bot.

## Refusals. $action is such as “rename groups”.

refused = Tidak ada izin
refused-needs = Kamu tidak bisa { $action } di sini.
refused-elsewhere = Kamu bisa { $action }, tetapi tidak di sini: hanya di grup lain atau dengan akun WhatsApp lain.
refused-only-asked = Kamu hanya bisa { $action } dengan persetujuan, dan perintah ini tidak bisa diminta.
refused-nobody = Hanya Administrator server ini yang bisa.
refused-one-role = Minta bantuan orang yang punya { $role }.
refused-roles = Minta bantuan orang yang punya salah satu peran ini: { $roles }.

## Bad input

does-not-work = Periksa isianmu
bad-session = Ini bukan nama akun WhatsApp. Pilih satu dari daftar.
bad-group = Ini bukan ID grup. Pilih grup dari daftar.
bad-group-for-person = Ini ID grup, bukan ID orang.
bad-person = Ini bukan nomor telepon. Tulis seperti +55 11 99999-9999.
bad-phone = Ini bukan nomor telepon. Tulis dengan kode negara, seperti +55 11 99999-9999.
bad-invite = Ini bukan tautan undangan. Bentuknya seperti https://chat.whatsapp.com/…
bad-several-invites = Ada beberapa tautan undangan di sini. Berikan hanya yang kamu maksud.
bad-name-empty = Nama grup perlu setidaknya satu karakter yang terlihat.
bad-name-long = Nama terlalu panjang: { $given } karakter (batas { $max }).
bad-description-long = Deskripsi terlalu panjang: { $given } karakter (batas { $max }).
bad-picture-url = Tautan gambar harus diawali https:// dan tidak boleh berisi nama pengguna atau kata sandi.
bad-picture-url-private = Tautan gambar harus mengarah ke internet publik, bukan ke jaringan pribadi.
bad-picture-url-long = Tautan gambar terlalu panjang: { $given } karakter (batas { $max }).
option-wanted = Tambahkan salah satu opsi ini: { $options }.
too-many-people = Kamu bisa membuat grup dengan maksimal { $max } orang (kamu punya { $given }). Tambahkan yang lain nanti dengan `/wa-group members add`.
nobody-named = Belum ada orang
nobody-named-text = Tambahkan setidaknya satu nomor telepon. Tidak ada yang berubah.
nobody-asks = Tidak ada yang meminta bergabung
nobody-asks-text = Saat ini tidak ada permintaan bergabung ke grup ini. Tidak ada yang berubah.

## What the WhatsApp service answered

not-done = Tidak dilakukan
perhaps-changed = Ini mungkin berhasil, mungkin tidak. Periksa grupnya sebelum menjalankan perintah lagi.
# The service's own words follow
api-says = Detail:
try-again-after = Coba lagi { $when }.
after-a-minute = dalam satu menit
after-seconds = dalam { $seconds ->
   *[other] { $seconds } detik
}
after-minutes = dalam { $minutes ->
   *[other] { $minutes } menit
}
api-refused = WhatsApp menolak ini
api-refused-text = Layanan WhatsApp tidak menerima yang dikirim Usher.
api-key = Usher tidak bisa login
api-key-text = Layanan WhatsApp tidak menerima kunci API Usher.
api-key-next = Beri tahu pemilik bot bahwa kuncinya tidak valid.
api-forbidden = Tidak diizinkan di WhatsApp
api-forbidden-text = WhatsApp tidak mengizinkan Usher melakukan ini. Biasanya karena Usher bukan admin grup.
api-forbidden-next = Minta admin grup menjadikan nomor Usher admin, lalu coba lagi. Beberapa hal hanya bisa dilakukan pembuat grup.
api-no-group = Grup tidak ditemukan di WhatsApp
api-no-group-text = WhatsApp tidak mengenal grup ini. Mungkin grupnya sudah dihapus, atau Usher tidak lagi ada di dalamnya.
api-no-group-next = `/wa-group list` menampilkan grupmu.
api-no-invite = Tautan undangan tidak berfungsi
api-no-invite-text = WhatsApp tidak mengenal tautan undangan ini. Mungkin salah ketik atau sudah dicabut.
api-no-invite-next = Minta tautan baru.
api-conflict = Saat ini tidak bisa
api-conflict-text = Ini tidak sesuai dengan keadaan grup saat ini.
api-no-join = Usher tidak bisa bergabung
api-no-join-text = WhatsApp tidak mengizinkan Usher bergabung dengan tautan ini. Mungkin Usher sudah ada di grup ini.
api-no-join-next = `/wa-group list` menampilkan grupmu.
api-pause = WhatsApp sedang membatasi Usher
api-pause-text = Layanan WhatsApp meminta Usher menunggu.
api-busy = Akun WhatsApp sedang sibuk
api-busy-text = Terlalu banyak perintah yang menunggu akun WhatsApp ini.
api-trouble = Layanan WhatsApp sedang gangguan
api-trouble-text = Layanan WhatsApp gagal beberapa kali berturut-turut, jadi Usher menunggu dulu sebelum mencoba lagi.
account-trouble = Akun WhatsApp sedang bermasalah
account-trouble-text = Layanan WhatsApp gagal beberapa kali berturut-turut, hanya untuk akun { $session }, jadi Usher menunggu dulu sebelum memakai akun ini lagi. Akun lain tidak terpengaruh.
api-not-connected = WhatsApp terputus
api-not-connected-text = Akun WhatsApp tidak terhubung.
api-not-connected-why = Akun WhatsApp tidak terhubung ({ $reason }).
api-not-connected-next = `/wa-session list` menampilkan akunnya. Jika tetap terputus, beri tahu pemilik bot.
api-silent = Layanan WhatsApp tidak bisa dihubungi
api-silent-text = Usher tidak bisa menghubungi layanan WhatsApp, atau akun WhatsApp tidak terhubung.
api-silent-next = `/wa-session list` menampilkan akunnya. Jika bukan itu masalahnya, coba lagi dalam satu menit.
api-lost = Tidak ada konfirmasi
api-lost-text = Usher tidak mendapat jawaban yang jelas dari layanan WhatsApp.
api-garbled = Jawaban tak terduga
api-garbled-text = Layanan WhatsApp memberi jawaban yang tidak bisa dibaca Usher.
api-garbled-next = Jika terjadi lagi, kirim kode error di bawah ke pemilik bot.

## Limits. $time is such as “in 6 seconds”.

too-fast = Pelan-pelan
too-fast-text = Kamu bisa mengubah grup { $count } kali per menit. Tidak ada yang berubah. Coba lagi pukul { $time }.
too-fast-strict = Kamu bisa membuat grup dan menambah orang { $count } kali per menit. Tidak ada yang berubah. Coba lagi pukul { $time }.
asked-too-much-text = Kamu menjalankan terlalu banyak perintah dalam satu menit terakhir. Tidak ada yang berubah. Kamu bisa lanjut { $time }.
enough-today = Batas harian tercapai
enough-today-text = Agar tidak diblokir WhatsApp, akun ini menambahkan maksimal { $budget ->
   *[other] { $budget } orang
} dalam 24 jam. Sekarang akun ini bisa menambahkan { $left }. Tidak ada yang ditambahkan.
enough-ever = Itu melebihi batas harian ({ $budget }). Kirim tautan undangan ke mereka.
enough-until = Kamu bisa menambahkan semuanya mulai { $time }, atau kirim tautan undangan sekarang.

## Requests, permissions and settings

nowhere-to-ask = Belum ada channel persetujuan
nowhere-to-ask-text = Kamu perlu persetujuan untuk { $action }, tetapi server ini belum punya channel persetujuan. Tidak ada yang berubah. Minta Administrator mengaturnya dengan `/wa-setup`.
too-many-requests = Terlalu banyak permintaan terbuka
too-many-requests-text = Kamu punya { $open } permintaan terbuka, dan itu batasnya. Tidak ada yang berubah. Tunggu sampai salah satunya diputuskan, atau tarik kembali salah satunya dengan `/wa-request cancel`.
discord-silent = Discord tidak menjawab
discord-silent-text = Usher bertanya kepada Discord dan tidak mendapat jawaban. Tidak ada yang berubah. Coba lagi dalam satu menit.
own-request = Ini permintaanmu sendiri
own-request-text = Kamu tidak bisa menyetujui permintaanmu sendiri. Orang lain yang harus memutuskan.
being-decided = Sudah ditangani
being-decided-text = Usher sudah mengerjakan permintaan ini. Hasilnya terlihat di permintaan itu. Jika tetap terbuka, tekan lagi.
not-as-shown = Permintaannya berbeda
not-as-shown-text = Usher menyimpan permintaan yang berbeda dari yang ditampilkan pesan ini. Sekarang pesan ini menampilkan yang tersimpan: baca, lalu tekan lagi.
decided = Sudah diputuskan
decided-too-late = Permintaan ini kedaluwarsa. Tidak ada yang berubah.
decided-void = Orang yang meminta tidak lagi punya izin untuk meminta ini. Tidak ada yang berubah.
decided-otherwise = Permintaan ini sudah { $how }. Tombol yang kamu tekan tidak mengubah apa pun.
no-such-request = Permintaan tidak ditemukan
no-such-request-text = Kamu tidak punya permintaan terbuka dengan nomor itu. `/wa-request list` menampilkan permintaanmu.
beyond-own = Kamu tidak bisa memberikan izin ini
beyond-own-text = Kamu sendiri tidak punya izin ini di sini: { $capabilities }. Tidak ada yang berubah.
fixed = Diatur pemilik bot
fixed-grant = Izin ini ada di file konfigurasi. Tidak ada yang berubah. Hanya pemilik bot yang bisa mengubahnya.
fixed-setting = Ini diatur di file konfigurasi. Tidak ada yang berubah. Hanya pemilik bot yang bisa mengubahnya.
nothing-to-revoke = Tidak ada yang perlu dihapus
nothing-to-revoke-text = Peran ini tidak punya izin seperti itu yang diberikan di sini. Tidak ada yang berubah. `/wa-access show` menampilkan izinnya.
nothing-to-grant = Tidak ada yang perlu ditambahkan
nothing-to-grant-text = Peran ini sudah punya semua izin ini. Tidak ada yang berubah. `/wa-access show` menampilkan izinnya.
no-effect = Tidak bisa untuk satu grup
no-effect-text = { $capabilities } tidak bisa dibatasi pada satu grup, karena ini tentang grup baru. Tidak ada yang berubah. Jangan isi opsi `group`.
set-already = Tidak ada yang perlu diubah
set-already-text = Ini sudah diatur begitu. Tidak ada yang berubah.
for-administrators = Hanya untuk Administrator
for-administrators-text = Kamu perlu izin Administrator di server ini untuk memakai `/wa-setup`. Tidak ada yang berubah.
not-a-member = Tidak ada di server ini
not-a-member-text = Orang ini bukan anggota server ini. Tidak ada yang berubah.
cannot-write = Usher tidak bisa mengirim pesan di sana
cannot-write-text = Usher tidak bisa mengirim pesan di { $channel }. Tidak ada yang berubah. Beri Usher izin Lihat Channel, Kirim Pesan, dan Sematkan Tautan (View Channel, Send Messages, Embed Links) di sana, lalu pilih lagi.
# A title
unknown-country = Negara tidak dikenal
# $text is what the person typed
unknown-country-text = Usher tidak mengenal negara { $text } dengan nama itu. Tidak ada yang berubah. Tulis dua hurufnya, misalnya `BR`, atau kode negaranya, misalnya `+55`.
# A title
bad-invitation = Teks ini tidak bisa dipakai
bad-invitation-text = Teks harus berisi { $place } di tempat tautan, dan maksimal { $max } karakter. Tidak ada yang berubah.
no-such-preset = Tidak ada preset { $name } di Usher. Pilih salah satu: { $all }.
no-such-capability = Tidak ada izin { $name } di Usher. Pilih dari: { $all }.
