### Lists of more people than an account may add in a day.

rest-follows = { $count ->
   *[other] Usher menambahkan { $count } orang lainnya sendiri mulai { $time }, setiap hari sebanyak yang diizinkan batas harian.
}
standing-follows = Belum dicoba; Usher menambahkan mereka nanti
button-stop-rest = Jangan tambahkan sisanya
stopped-overdue = Usher tidak memulai ini: selama 24 jam setelah waktunya ada yang menghalangi.
rest-cancelled = Sisa daftar tidak ditambahkan. Orang yang sudah ditambahkan tetap di grup.

rest-title = Sisa daftar
rest-counts = Ditambahkan: { $added }. Tidak ditambahkan: { $others }. Masih menunggu: { $waiting }.
rest-unconfirmed = Belum dipastikan: { $count }. Periksa grupnya.
rest-details = Rincian: `/wa-audit show` dengan nomor di bawah.
rest-nobody = { $who }, tidak ada orang lain dari daftarmu yang ditambahkan.
rest-unknown = { $who }, belum dipastikan apakah sisa daftarmu ditambahkan. Periksa grupnya.
rest-failed = { $who }, sisa daftarmu tidak ditambahkan.

wish-add-first = menambahkan { $people } ke grup ini: hanya { $most } pertama
wish-add-rest = menambahkan { $people } ke grup ini: { $most } pertama sekarang, yang lain pada hari-hari berikutnya
wish-add-daily = menambahkan { $people } ke grup ini, setiap hari sebanyak yang diizinkan batas harian
