### /wa-group help: what the asker may do, with commands that can be clicked.

help = Yang bisa kamu lakukan di sini
help-nothing = Kamu belum bisa memakai Usher di sini. Minta Administrator memberi izin ke peranmu dengan `/wa-access grant`.
# After a command that somebody must approve
help-by-approval = (perlu persetujuan)
help-more = Selengkapnya tentang satu topik: /wa-group help dengan opsi topic
unknown-command-now = Usher tidak lagi punya perintah ini. Tidak ada yang berubah. Yang paling mirip adalah { $command }
# The commands that people use most
help-first = Paling sering dipakai

help-groups = Grup
help-groups-text = Mulai ketik di opsi `group`, lalu pilih salah satu grupmu. Nama grup bisa sampai 25 karakter. Usher bertanya dulu sebelum melakukan hal yang tidak bisa dibatalkan.
help-people = Orang
help-people-text = Tempel nomor telepon apa adanya, dengan atau tanpa nama: +55 11 99999-9999, Ana +49 1512 3456789. Untuk daftar panjang, kosongkan opsi `members` agar sebuah jendela terbuka, atau lampirkan file: teks, CSV, kontak, atau spreadsheet. Usher memberi tahu siapa yang tidak bisa ditambahkan dan alasannya. Kirim tautan undangan ke orang-orang itu.
help-invites = Tautan undangan
help-invites-text = Siapa pun yang punya tautan bisa bergabung sampai kamu mencabutnya. Hanya kamu yang melihat tautan; Usher tidak pernah mengirimnya di channel.
help-requests = Permintaan
help-requests-text = Jika sebuah perintah perlu persetujuan, jalankan saja. Usher bertanya kepada orang yang bisa menyetujuinya, lalu memberi tahu kamu.
help-rights = Izin
help-rights-text = Izin dimiliki oleh peran. Beri peran sebuah preset (misalnya `moderator`) atau izin satu per satu, untuk semua grup atau satu grup.
help-journal = Log audit
help-journal-text = Setiap perubahan dan setiap penolakan punya entri bernomor: siapa, apa, kapan, dan hasilnya.
