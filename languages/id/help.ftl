### /wa-group help: what the asker may do, with commands that can be clicked.

help = Yang bisa Anda lakukan di sini
help-nothing = Belum ada: tidak satu pun peran Anda memiliki hak di sini. Administrator server ini dapat memberi hak kepada peran dengan `/wa-access grant`.
# After a command that somebody must approve
help-by-approval = (harus disetujui seseorang)
help-more = Penjelasan lebih lanjut per topik: /wa-group help, opsi topic.
unknown-command-now = Perintah ini sekarang bernama { $command }. Tidak ada yang diubah.

help-groups = Grup
help-groups-text = Opsi `group` menampilkan grup Anda saat Anda mengetik: pilih salah satu. Nama grup maksimal 25 karakter. Sebelum melakukan sesuatu yang tidak bisa dibatalkan, Usher bertanya dulu.
help-people = Orang
help-people-text = Tempelkan nomor telepon apa adanya, juga dengan nama di sampingnya: +55 11 99999-9999, Ana +49 1512 3456789. Untuk banyak orang, kosongkan opsi `members` dan sebuah jendela terbuka, atau lampirkan file: teks, CSV, kontak, lembar kerja. Orang yang tidak bisa ditambahkan disebutkan beserta alasannya; kirimkan tautan undangan kepada mereka.
help-invites = Tautan undangan
help-invites-text = Siapa pun yang memiliki tautan bisa bergabung, sampai tautan itu dicabut. Usher menampilkan tautan hanya kepada Anda, tidak pernah di channel.
help-requests = Permintaan
help-requests-text = Hal yang boleh Anda lakukan hanya dengan persetujuan seseorang diminta dengan perintah yang sama. Anda akan diberi tahu hasilnya.
help-rights = Hak
help-rights-text = Hak dimiliki oleh peran: berupa preset seperti `moderator`, atau satu per satu. Orang tanpa hak tidak boleh melakukan apa pun. Beberapa hak bisa diberikan untuk satu grup saja.
help-journal = Jurnal
help-journal-text = Setiap perubahan dan setiap penolakan menjadi kasus bernomor: siapa, apa, kapan, dan bagaimana hasilnya.
