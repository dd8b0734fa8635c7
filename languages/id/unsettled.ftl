### Perubahan yang jawabannya hilang: apa yang diketahui, dan apa yang masih mungkin terjadi.

settling = Usher tidak mendapat jawaban yang jelas dari layanan WhatsApp. Usher memeriksa apakah perubahan ini terlaksana, paling lambat sampai { $time }.
settling-restarted = Usher dimulai ulang saat ini sedang berjalan. Usher memeriksa apakah perubahan ini terlaksana, paling lambat sampai { $time }.
unconfirmed = Belum dikonfirmasi
unconfirmed-asked = Anda meminta Usher untuk { $wish }.
unconfirmed-unchanged = Usher tidak mendapat jawaban yang jelas dari layanan WhatsApp. Setelah { $seconds ->
   *[other] { $seconds } detik
} perubahan itu belum ada, tetapi masih mungkin terjadi.
unconfirmed-unclear = Usher tidak mendapat jawaban yang jelas dari layanan WhatsApp. Grup tidak menunjukkan keadaan lama maupun yang Anda minta; mungkin ada perubahan lain di antaranya.
unconfirmed-candidates = Usher tidak mendapat jawaban yang jelas dari layanan WhatsApp. Salah satu grup ini mungkin yang baru; Usher tidak tahu yang mana:
unconfirmed-not-shown = Usher tidak mendapat jawaban yang jelas dari layanan WhatsApp, yang tidak menunjukkan foto grup. Lihat grupnya di WhatsApp sebelum mengulangi perintah.
unconfirmed-unreadable = Usher tidak mendapat jawaban yang jelas dari layanan WhatsApp, dan Usher tidak bisa melihat grup setelahnya. Perubahan mungkin sudah terlaksana, atau masih mungkin terjadi.
unconfirmed-unknown = Usher tidak mendapat jawaban yang jelas dari layanan WhatsApp. Perubahan mungkin sudah terlaksana, atau masih mungkin terjadi.
unconfirmed-watched = Usher melihat lagi selama satu jam dan memberi tahu Anda jika terjadi. Lihat grupnya sebelum mengulangi perintah.
unconfirmed-checked = Terakhir diperiksa { $time }.
button-check-again = Periksa lagi
confirmed-late = Ini dilaporkan belum dikonfirmasi. Ternyata terjadi juga.
confirmed-late-to = { $who }, ini dilaporkan belum dikonfirmasi. Ternyata terjadi juga.
check-over = Ini sudah selesai. `/wa-audit show` menunjukkan hasilnya.
check-failed = Usher saat ini tidak dapat membaca penyimpanannya dan belum memeriksa apa pun. Tekan lagi dalam satu menit.
case-confirmed = Kini dikonfirmasi, setelah dilaporkan belum dikonfirmasi: { $deed }
repeats-unsettled = **Perubahan yang sama diminta { $time } dan belum dikonfirmasi.** Jika Anda lanjutkan, perubahan itu mungkin terjadi dua kali.
repeats-yes = Tetap lanjutkan
still-unsettled = Belum selesai
still-unsettled-text = Perubahan yang sama diminta { $time }, dan Usher masih memeriksa apakah sudah terlaksana. Tidak ada yang diubah sekarang, dan permintaan tetap terbuka.
api-error = Layanan WhatsApp gagal
api-error-text = Layanan WhatsApp melaporkan kesalahan, dan perubahan itu tidak ada.
not-sent-text = Usher terputus sebelum mengirim ini. Tidak ada yang diubah. Ulangi perintah jika Anda masih menginginkannya.
name-unchanged = Grup sudah memakai nama ini. Tidak ada yang diubah.
description-unchanged = Grup sudah memakai deskripsi ini. Tidak ada yang diubah.
created-description-unconfirmed = Belum dikonfirmasi bahwa deskripsinya terpasang. Lihat grupnya.
created-picture-unconfirmed = Belum dikonfirmasi bahwa fotonya terpasang. Lihat grupnya di WhatsApp.
