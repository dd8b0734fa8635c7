### Why somebody did not get what they asked for: a title, and what happened, whether anything changed, what to do next.

only-in-server = Hanya di server
only-in-server-text = Usher bekerja di channel server, bukan di pesan langsung.
not-set-up = Belum disiapkan di sini
not-set-up-text = Server ini tidak ada dalam konfigurasi Usher, jadi tidak ada yang bisa memakainya di sini. Pengelola bot dapat menambahkannya. ID server ini: `{ $server }`
no-such-session = Sesi tidak ada
no-such-session-text = Server ini tidak memiliki sesi tersebut. Yang ada: { $sessions }. Tidak ada yang diubah.
no-such-group = Grup tidak ada
no-such-group-text = Tidak ada grup bernama { $name } yang boleh Anda pakai untuk ini. Pilih salah satu grup yang ditawarkan saat Anda mengetik, atau lihat `/wa-group list`. Tidak ada yang diubah.
which-group = Grup yang mana?
which-group-text = Nama { $name } dipakai beberapa grup. Gunakan ID grup yang Anda maksud:
no-longer-good = Sudah tidak berlaku
no-longer-good-text = Pertanyaan ini sudah dijawab, atau waktunya sudah habis. Tekanan tombol ini tidak mengubah apa pun. Jika Anda sudah menjawabnya, tunggu hasilnya; jika belum, gunakan perintahnya lagi jika Anda masih menginginkannya.
not-yours = Bukan untuk Anda
not-yours-text = Hanya orang yang memakai perintah ini yang bisa menjawabnya.
wrong-name = Namanya berbeda
wrong-name-text = Yang Anda ketik bukan nama grup ini. Tidak ada yang dihapus. Tekan tombolnya lagi dan ketik nama ini:
wrong-group-id = Itu ID lain
wrong-group-id-text = Yang Anda ketik bukan id grup ini. Tidak ada yang dihapus. Tekan tombol lagi dan ketik id ini:
no-such-case = Kasus tidak ada
no-such-case-text = Tidak ada kasus dengan nomor itu yang boleh Anda lihat. `/wa-audit recent` menampilkan yang terbaru.

## Usher itself

elsewhere = Di tempat lain
elsewhere-text = Ini dijawab oleh salinan Usher yang lain.
not-written = Tidak bisa dicatat
not-written-text = Usher mencatat setiap tindakannya, dan saat ini tidak bisa melakukannya. Karena itu tidak ada yang dilakukan. Coba lagi dalam satu menit.
too-late = Terlambat
too-late-text = Jawaban pertama Usher tidak sempat diterima Discord. Tidak ada yang diubah. Gunakan perintahnya lagi jika Anda masih menginginkannya.
cut-short = Terputus
cut-short-text = Usher terganggu sebelum sempat memulainya. Tidak ada yang diubah. Gunakan perintahnya lagi jika Anda masih menginginkannya.
too-much-at-once = Terlalu banyak sekaligus
too-much-at-once-text = Usher sedang terlalu sibuk saat ini. Tidak ada yang diubah. Coba lagi dalam satu menit.
restarting = Sedang dimulai ulang
restarting-text = Usher sedang dimulai ulang. Tidak ada yang diubah. Coba lagi dalam satu menit.
unreadable = Usher tidak dapat membacanya
unreadable-text = Discord mengirim sesuatu yang tidak dipahami versi Usher ini. Tidak ada yang diubah. Beri tahu orang yang menjalankan Usher; dengan referensi di bawah, hal ini dapat ditemukan di log.
unknown-command = Perintah tidak dikenal
unknown-command-text = Perintah ini sudah bukan perintah Usher. Mulai ulang aplikasi Discord Anda untuk melihat perintah yang sekarang. Tidak ada yang diubah.
fault = Kesalahan pada Usher
fault-text = Ada yang salah pada Usher sendiri. Periksa grup sebelum mencoba lagi: mungkin saja sudah berubah. Pengelola bot dapat menemukan penyebabnya di log dengan referensi di bawah.

## Refusals

refused = Anda tidak boleh melakukan ini
refused-needs = Ini memerlukan { $capability }.
refused-elsewhere = Ini memerlukan { $capability }, yang Anda miliki untuk grup atau sesi lain.
refused-only-asked = Ini memerlukan { $capability }, yang hanya boleh Anda minta, sedangkan perintah ini tidak bisa diminta.
refused-nobody = Tidak ada peran yang memilikinya di sini; Administrator server memilikinya.
refused-one-role = Peran { $role } memilikinya.
refused-roles = Peran { $roles } memilikinya.

## Bad input

does-not-work = Itu tidak bisa dipakai
# Follows each of the sentences below
nothing-sent = Tidak ada yang dikirim.
bad-session = Nama sesi terdiri dari 1 sampai 64 huruf, angka, titik, tanda hubung, atau garis bawah.
bad-group = ID grup bentuknya seperti 120363012345678901@g.us.
bad-group-for-person = Ini ID grup, bukan ID orang.
bad-person = Tulis orang sebagai nomor telepon dengan kode negara, misalnya +55 11 99999-9999, atau ID yang berakhiran @lid.
bad-phone = Nomor telepon terdiri dari 7 sampai 15 angka, diawali kode negara.
bad-invite = Undangan berupa tautan seperti https://chat.whatsapp.com/… atau kode di ujungnya.
bad-several-invites = Ada beberapa tautan undangan yang berbeda di sini. Berikan hanya yang Anda maksud.
bad-name-empty = Nama grup tidak boleh kosong: perlu satu karakter yang terlihat.
bad-name-long = Nama grup maksimal { $max } karakter; yang ini { $given }.
bad-description-long = Deskripsi maksimal { $max } karakter; yang ini { $given }.
bad-picture-url = Alamat gambar diawali dengan https:// dan tidak memuat nama pengguna atau kata sandi.
bad-picture-url-private = Alamat gambar harus berada di internet publik. Alamat di jaringan pribadi tidak bisa dipakai.
bad-picture-url-long = Alamat gambar paling banyak { $max } karakter; yang ini { $given }.
option-wanted = Salah satu opsi ini harus diisi: { $options }.
too-many-people = Grup dibuat dengan maksimal { $max } orang, sedangkan ini { $given }; tambahkan sisanya dengan `/wa-group members add`.
nobody-named = Belum ada orang yang disebutkan
nobody-named-text = Sebutkan setidaknya satu orang, dengan nomor telepon atau ID. Tidak ada yang dikirim.

## What the groups API answered

not-done = Tidak terlaksana
perhaps-changed = Ini mungkin sudah terlaksana, mungkin juga belum: periksa secara manual sebelum mencoba lagi.
api-says = Kata API: “{ $words }”
try-again-after = Coba lagi { $when }.
after-a-minute = dalam satu menit
after-seconds = dalam { $seconds ->
   *[other] { $seconds } detik
}
after-minutes = dalam { $minutes ->
   *[other] { $minutes } menit
}
api-refused = Ditolak oleh API
api-refused-text = API grup tidak menerima ini.
api-key = Kunci Usher ditolak
api-key-text = API grup tidak menerima kunci Usher.
api-key-next = Pengelola bot harus memasang kunci yang valid; mencoba lagi tidak akan membantu.
api-forbidden = Akun tidak boleh melakukan ini
api-forbidden-text = WhatsApp atau API grup tidak mengizinkan akun melakukan ini: biasanya karena akun bukan admin grup.
api-forbidden-next = Admin grup dapat menjadikannya admin; beberapa hal hanya boleh dilakukan pembuat grup.
api-not-there = Tidak ditemukan
api-not-there-text = API grup tidak mengenal grup atau undangan tersebut: mungkin grupnya sudah dihapus atau ditinggalkan, atau undangannya sudah dicabut.
api-not-there-next = `/wa-group list` menampilkan grup yang ada.
api-conflict = Saat ini tidak bisa
api-conflict-text = Ini tidak sesuai dengan keadaan grup saat ini.
api-pause = Terlalu banyak permintaan
api-pause-text = API grup meminta jeda.
api-busy = Sibuk
api-busy-text = Terlalu banyak permintaan yang mengantre untuk sesi ini.
api-trouble = API sedang bermasalah
api-trouble-text = API grup gagal beberapa kali berturut-turut, jadi Usher tidak menghubunginya dulu untuk sementara.
account-trouble = Akun WhatsApp sedang bermasalah
account-trouble-text = API grup gagal beberapa kali berturut-turut untuk akun “{ $session }”, jadi Usher tidak memakai akun ini dulu untuk sementara. Akun lain tidak terpengaruh.
api-not-connected = Akun tidak terhubung
api-not-connected-text = Akun sesi ini tidak terhubung ke WhatsApp.
api-not-connected-why = Akun sesi ini tidak terhubung ke WhatsApp ({ $reason }).
api-not-connected-next = `/wa-session list` menampilkan akun-akunnya; pengelola akun harus menghubungkannya kembali.
api-silent = API tidak menjawab
api-silent-text = API grup tidak bisa dihubungi, atau sesinya tidak terhubung.
api-silent-next = `/wa-session list` menampilkan sesi-sesinya; jika bukan itu masalahnya, coba lagi dalam satu menit.
api-lost = Jawaban hilang
api-lost-text = API grup sudah menerima ini, tetapi tidak memberi tahu hasilnya.
api-garbled = Tidak dipahami
api-garbled-text = API grup memberi jawaban yang tidak bisa dibaca Usher.
api-garbled-next = Jika terjadi lagi, beri tahu pengelola bot.

## Limits

too-fast = Terlalu cepat
too-fast-text = Anda membuat banyak perubahan dalam satu menit terakhir. Kali ini tidak ada yang diubah. Anda bisa melanjutkan pada { $time }.
asked-too-much-text = Anda meminta banyak hal dalam satu menit terakhir. Kali ini tidak ada yang diubah. Anda bisa melanjutkan pada { $time }.
enough-today = Cukup untuk hari ini
enough-today-text = WhatsApp memblokir akun yang menambahkan banyak orang tak dikenal, jadi akun ini menambahkan maksimal { $budget ->
   *[other] { $budget } orang
} dalam 24 jam. Saat ini akun masih boleh menambahkan { $left }. Tidak ada yang ditambahkan.
enough-ever = Sebanyak ini memang tidak bisa ditambahkan dalam satu hari: batasnya { $budget }. Kirimkan tautan undangan kepada mereka.
enough-until = Semuanya bisa ditambahkan mulai { $time }; tautan undangan bisa dikirim sekarang.

## Requests, rights and settings

nowhere-to-ask = Belum ada tempat meminta
nowhere-to-ask-text = Anda boleh memakai { $capability } hanya jika ada yang menyetujui, sedangkan server ini tidak memiliki channel persetujuan. Administrator dapat mengaturnya dengan `/wa-setup`. Tidak ada yang diubah.
too-many-requests = Terlalu banyak permintaan
too-many-requests-text = Anda memiliki { $open } permintaan terbuka, dan tidak boleh lebih dari itu. Tunggu sampai salah satunya diputuskan, atau tarik kembali salah satu dengan `/wa-request cancel`. Tidak ada yang diubah.
discord-silent = Discord tidak menjawab
discord-silent-text = Usher menanyakan sesuatu kepada Discord, tetapi tidak dijawab. Tidak ada yang diubah. Coba lagi dalam satu menit.
own-request = Permintaan Anda sendiri
own-request-text = Orang lain yang harus memutuskannya; tidak ada yang boleh menyetujui permintaannya sendiri.
being-decided = Baru saja
being-decided-text = Usher sudah mengerjakan permintaan ini. Hasilnya akan terlihat pada permintaan itu. Jika tetap terbuka, tekan lagi.
not-as-shown = Bukan yang ditampilkan
not-as-shown-text = Permintaan yang tersimpan bukan yang ditampilkan pesan ini. Pesan ini sekarang menampilkan yang tersimpan: bacalah, lalu tekan lagi.
decided = Sudah diputuskan
decided-too-late = Waktu permintaan ini sudah habis. Kali ini tidak ada yang diubah.
decided-void = Permintaan ini tidak mungkin lagi: orang yang meminta bahkan sudah tidak boleh memintanya. Kali ini tidak ada yang diubah.
decided-otherwise = Permintaan ini sudah diputuskan: { $how }. Kali ini tidak ada yang diubah.
no-such-request = Permintaan tidak ada
no-such-request-text = Anda tidak memiliki permintaan terbuka dengan nomor itu. `/wa-request list` menampilkannya.
beyond-own = Melebihi hak Anda
beyond-own-text = Tidak ada yang boleh memberikan hak yang tidak dimilikinya sendiri di tempat hak itu diberikan. Anda tidak memiliki: { $capabilities }. Tidak ada yang diubah.
fixed = Ditetapkan di konfigurasi
fixed-grant = Ini berasal dari file konfigurasi: hanya pengelola bot yang bisa mencabutnya, tidak seorang pun di sini. Tidak ada yang diubah.
fixed-setting = Ini ditetapkan oleh file konfigurasi. Pengelola bot dapat mengubahnya.
nothing-to-revoke = Tidak ada yang bisa dicabut
nothing-to-revoke-text = Peran itu tidak pernah diberi hal semacam itu di sini. `/wa-access show` menampilkan izin-izinnya. Tidak ada yang diubah.
nothing-to-grant = Tidak ada yang bisa ditambahkan
nothing-to-grant-text = Peran itu sudah memiliki semua ini. `/wa-access show` menampilkan izin-izinnya. Tidak ada yang diubah.
no-effect = Tidak berpengaruh di satu grup
no-effect-text = { $capabilities } tidak bisa dibatasi pada satu grup: hak ini menyangkut grup yang belum ada. Jangan isi opsi `group`. Tidak ada yang diubah.
set-already = Tidak ada yang perlu diubah
set-already-text = Ini sudah diatur demikian. Tidak ada yang diubah.
for-administrators = Untuk Administrator
for-administrators-text = Hanya orang dengan izin Administrator Discord yang boleh mengatur server. Tidak ada yang diubah.
not-a-member = Tidak ada di server ini
not-a-member-text = Orang itu bukan anggota server ini.
cannot-write = Tidak bisa menulis di sana
cannot-write-text = Usher tidak bisa menulis di { $channel }. Beri Usher izin Lihat Channel, Kirim Pesan, dan Sematkan Tautan (View Channel, Send Messages, Embed Links) di sana, lalu pilih lagi. Tidak ada yang diubah.
# A title
unknown-country = Negara tidak dikenal
unknown-country-text = Usher tidak mengenal { $text } sebagai negara. Tulis dua hurufnya, seperti `BR`, atau kode negaranya, seperti `+55`. Tidak ada yang diubah.
# A title
bad-invitation = Bukan undangan
bad-invitation-text = Teks harus memuat { $place } di tempat tautan, dan paling banyak { $max } karakter. Tidak ada yang diubah.
no-such-preset = Preset { $name } tidak ada. Yang ada: { $all }.
no-such-capability = Hak { $name } tidak ada. Yang ada: { $all }.
