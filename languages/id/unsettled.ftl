### Changes whose answer was lost: what is known of them, and what may still happen.

settling = Usher tidak mendapat jawaban yang jelas dari layanan WhatsApp dan sedang memeriksa apakah perubahannya terjadi. Pemeriksaan selesai paling lambat { $time }.
settling-restarted = Usher dimulai ulang saat perintah ini berjalan dan sedang memeriksa apakah perubahannya terjadi. Pemeriksaan selesai paling lambat { $time }.
unconfirmed = Belum terkonfirmasi
unconfirmed-asked = Kamu ingin { $wish }.
unconfirmed-unchanged = Usher tidak mendapat jawaban yang jelas dari layanan WhatsApp. Setelah { $seconds ->
   *[other] { $seconds } detik
}, perubahannya belum ada, tetapi masih bisa terjadi.
unconfirmed-unclear = Usher tidak mendapat jawaban yang jelas dari layanan WhatsApp. Grup tidak menunjukkan keadaan lama maupun yang kamu minta, jadi mungkin ada perubahan lain di antaranya.
unconfirmed-candidates = Usher tidak mendapat jawaban yang jelas dari layanan WhatsApp. Salah satu grup ini mungkin yang baru; Usher tidak tahu yang mana:
unconfirmed-not-shown = Usher tidak mendapat jawaban yang jelas dari layanan WhatsApp, yang tidak menampilkan foto grup. Periksa grupnya di WhatsApp sebelum menjalankan perintah lagi.
unconfirmed-unreadable = Usher tidak mendapat jawaban yang jelas dari layanan WhatsApp, dan setelahnya tidak bisa memeriksa grupnya. Perubahannya mungkin sudah terjadi, atau masih bisa terjadi.
unconfirmed-unknown = Usher tidak mendapat jawaban yang jelas dari layanan WhatsApp. Perubahannya mungkin sudah terjadi, atau masih bisa terjadi.
unconfirmed-watched = Usher terus memeriksa selama satu jam dan memberi tahu kamu jika perubahannya terjadi. Periksa grupnya sebelum menjalankan perintah lagi.
unconfirmed-checked = Terakhir diperiksa { $time }.
button-check-again = Periksa lagi
confirmed-late = Usher melaporkan ini belum terkonfirmasi. Ternyata terjadi juga.
confirmed-late-to = { $who }, Usher melaporkan ini belum terkonfirmasi. Ternyata terjadi juga.
check-over-title = Sudah jelas
check-over = Tidak ada lagi yang perlu diperiksa. `/wa-audit show` menampilkan hasilnya.
check-failed-title = Tidak diperiksa
check-failed = Usher sedang tidak bisa membaca datanya, jadi Usher tidak memeriksa apa pun. Tekan lagi dalam satu menit.
case-confirmed = Terkonfirmasi belakangan: { $deed }
repeats-unsettled = **Perubahan yang sama diminta { $time } dan belum terkonfirmasi.** Jika kamu lanjutkan, perubahan itu bisa terjadi dua kali.
repeats-yes = Tetap lanjutkan
still-unsettled = Belum terkonfirmasi
still-unsettled-text = Perubahan yang sama diminta { $time }, dan Usher masih memeriksa apakah itu terjadi. Tombol yang kamu tekan tidak mengubah apa pun, dan permintaan tetap terbuka.
api-error = Layanan WhatsApp gagal
api-error-text = Layanan WhatsApp melaporkan kesalahan, dan perubahannya tidak ada.
not-sent-text = Usher dimulai ulang sebelum mengirim ini. Tidak ada yang berubah. Jalankan perintah lagi jika kamu masih menginginkannya.
name-unchanged = Grup ini sudah memakai nama itu. Tidak ada yang berubah.
description-unchanged = Grup ini sudah memakai deskripsi itu. Tidak ada yang berubah.
created-description-unconfirmed = Belum terkonfirmasi: deskripsinya mungkin tidak terpasang. Periksa grupnya.
created-picture-unconfirmed = Belum terkonfirmasi: fotonya mungkin tidak terpasang. Periksa grupnya di WhatsApp.
