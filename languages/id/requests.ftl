### Requests: somebody asks for what they may do only with approval. "Wishes" say what for.

request-asks = { $who } ingin { $wish }.
request-asked = { $who } ingin { $wish }.
request-you-asked = Kamu ingin { $wish }.
request-waits = **Menunggu persetujuan:** { $wish }.

field-needs = Perlu izin untuk
field-asked-in = Diminta di
field-good-until = Kedaluwarsa
field-not-carried-out = Catatan
field-not-shown = Tidak semuanya ditampilkan
request-more-people = Di sini ada { $shown } dari { $people } orang. **Detail** punya file berisi semuanya.
request-more-text = Teksnya terlalu panjang untuk ditampilkan di sini. **Detail** punya seluruhnya dalam file.
request-more-picture = **Detail** menampilkan gambarnya.
field-invite-link = Tautan undangan
# Each followed by a text of the requester's own, in a block
field-new-name = Nama baru
field-new-picture = Tautan gambar
field-new-settings = Setelan baru
field-approved-by = Disetujui oleh
button-approve = Setujui
button-deny = Tolak
button-details = Detail
can-be-approved-again = Kamu bisa menyetujuinya lagi.
press-unread = Hasil belum diketahui
press-unread-text = Usher sedang tidak bisa membaca datanya, jadi Usher tidak tahu hasil dari tombol yang kamu tekan. Permintaannya menunjukkan hasilnya. Jika dalam satu menit tombolnya masih ada, tekan lagi.

request-posted = Usher mengirimnya ke orang yang bisa menyetujui. Kamu akan diberi tahu.
request-posted-later = Usher belum bisa mengirimnya dan terus mencoba. Kamu akan diberi tahu.
request-not-posted = ⚠️ **Usher tidak bisa mengirim pesan di channel persetujuan.** Minta Administrator memperbaikinya dengan `/wa-setup`. Usher terus mencoba sampai permintaan kedaluwarsa.
request-take-back = Tarik kembali: /wa-request cancel

# Title of a window; at most 45 characters
deny-title = Tolak permintaan ini
# At most 45 characters
deny-field = Alasan (opsional; dilihat peminta)

requests = Permintaan
requests-none = Tidak ada permintaan dalam 24 jam terakhir.
request-line = { $who }: { $wish } · **{ $title }** · { $state }
request-taken-back = Permintaan #{ $request } ditarik kembali. Tidak ada yang berubah.

## How a request stands

state-open = terbuka, kedaluwarsa pada { $time }
state-open-unposted = terbuka, belum dikirim, kedaluwarsa pada { $time }
state-open-unpostable = terbuka, **Usher tidak bisa mengirimnya**, kedaluwarsa pada { $time }
state-approved = disetujui oleh { $by }
state-denied = ditolak oleh { $by }
state-cancelled = ditarik kembali
state-expired = kedaluwarsa
state-void = tidak mungkin lagi

somebody = seseorang
ending-open = Terbuka, kedaluwarsa pada { $time }.
ending-being-done = Disetujui oleh { $by }. Usher sedang mengerjakannya.
ending-nothing = Disetujui oleh { $by }. Tidak ada yang perlu berubah, atau tidak ada yang bisa diubah.
# A sentence follows
ending-approved = Disetujui oleh { $by }.
ending-done = Disetujui oleh { $by }. Selesai.
ending-denied = Ditolak oleh { $by }. Tidak ada yang berubah.
# The reason follows
ending-why = Alasan:
ending-cancelled = { $who } menarik kembali permintaan ini. Tidak ada yang berubah.
ending-expired = Tidak ada yang memutuskan tepat waktu. Tidak ada yang berubah.
ending-void = { $by } menyetujuinya, tetapi { $who } tidak lagi punya izin untuk meminta ini. Tidak ada yang berubah.
trouble-unknown = **Belum terkonfirmasi** ({ $cause }). Ini mungkin berhasil, mungkin tidak.
trouble-watched = Usher terus memeriksa selama satu jam.
trouble-failed = Tidak dilakukan ({ $cause }). Tidak ada yang berubah.
trouble-other = Tidak dilakukan ({ $cause }). Tidak ada yang berubah.

about-invite = Undangan

## Wishes. They follow "wants to".

wish-create = membuat grup
wish-create-with = membuat grup dengan { $people }
wish-rename = mengganti nama grup ini
wish-undescribe = menghapus deskripsi grup ini
wish-describe = mengubah deskripsi grup ini
wish-settings = mengubah setelan grup ini
wish-settings-show = melihat setelan grup ini
wish-join-requests = melihat permintaan bergabung ke grup ini
wish-approve = mengizinkan { $people } bergabung ke grup ini
wish-decline = menolak permintaan { $people } untuk bergabung ke grup ini
wish-leave = membuat Usher keluar dari grup ini
wish-delete = **menghapus grup ini untuk semua anggotanya**
wish-join = membuat Usher bergabung ke grup lewat tautan undangan
wish-add = menambahkan { $people } ke grup ini
wish-remove = mengeluarkan { $people } dari grup ini
wish-promote = menjadikan { $people } admin
wish-demote = memberhentikan { $people } sebagai admin
wish-show-invite = melihat tautan undangan grup ini
wish-revoke-invite = mencabut tautan undangan grup ini dan mendapat yang baru
wish-show = melihat grup ini
wish-members = melihat anggota grup ini
wish-list = melihat daftar grup
wish-preview = melihat tujuan tautan undangan
wish-sessions = melihat akun WhatsApp
