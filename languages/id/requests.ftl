### Requests: somebody asks for what they may do only with somebody's approval. "Wishes" say what for.

request-asks = { $who } meminta persetujuan untuk { $wish }.
request-asked = { $who } telah meminta persetujuan untuk { $wish }.
request-you-asked = Anda telah meminta persetujuan untuk { $wish }.
request-waits = Ini memerlukan persetujuan seseorang, jadi Usher sudah memintakannya untuk Anda: untuk { $wish }.

field-needs = Memerlukan
field-asked-in = Diminta di
field-good-until = Berlaku sampai
field-not-carried-out = Tidak dilaksanakan
field-not-shown = Tidak semuanya ditampilkan
request-more-people = { $shown } dari { $people } orang disebut di sini. **Detail** punya file berisi semuanya.
request-more-text = Teksnya terlalu panjang untuk ditampilkan utuh di sini. **Detail** menyediakannya sebagai file.
request-more-picture = **Detail** menampilkan gambarnya.
field-invite-link = Tautan undangan
# Each followed by a text of the asker's own, in a block
field-new-name = Nama baru
field-new-picture = Alamat foto
field-approved-by = Disetujui oleh
button-approve = Setujui
button-deny = Tolak
button-details = Detail
can-be-approved-again = Permintaan ini bisa disetujui lagi.
press-unread = Tidak terbaca
press-unread-text = Usher sedang tidak bisa membaca penyimpanannya dan tidak tahu hasil dari tombol yang Anda tekan. Permintaan itu menunjukkannya: selama tombolnya masih ada, tekan lagi dalam satu menit.

request-posted = Permintaan sudah dikirim kepada mereka yang boleh memutuskan. Anda akan diberi tahu hasilnya.
request-posted-later = Permintaan belum bisa dikirim; Usher akan mencoba lagi. Anda akan diberi tahu hasilnya.
request-not-posted = **Permintaan tidak bisa dikirim:** Usher tidak boleh menulis di channel persetujuan, atau channel itu sudah tidak ada. Administrator dapat memperbaikinya dengan `/wa-setup`; Usher terus mencoba selama permintaan masih berlaku.
request-take-back = /wa-request cancel menarik kembali permintaan ini

# Title of a window; at most 45 characters
deny-title = Tolak permintaan ini
# At most 45 characters
deny-field = Mengapa? Peminta akan membacanya (opsional)

requests = Permintaan
requests-none = Tidak ada permintaan dalam sehari terakhir. Jika sesuatu hanya boleh dilakukan dengan persetujuan, gunakan saja perintahnya: Usher lalu memintakannya.
request-line = { $who }: { $wish } di **{ $title }** · { $state }
request-taken-back = Permintaan { $request } sudah ditarik kembali. Tidak ada yang diubah.

## How a request stands

state-open = terbuka, berlaku sampai { $time }
state-open-unposted = terbuka, belum dikirim, berlaku sampai { $time }
state-open-unpostable = terbuka, **tidak bisa dikirim**, berlaku sampai { $time }
state-approved = disetujui oleh { $by }
state-denied = ditolak oleh { $by }
state-cancelled = ditarik kembali
state-expired = kedaluwarsa
state-void = tidak mungkin lagi

somebody = Seseorang
ending-open = Permintaan ini terbuka, dan berlaku sampai { $time }.
ending-being-done = { $by } menyetujuinya. Sedang dilaksanakan.
ending-nothing = { $by } menyetujuinya. Sudah dilaksanakan, dan tidak ada yang berubah.
ending-deed = { $by } menyetujuinya: { $deed }
ending-done = { $by } menyetujuinya. Sudah dilaksanakan.
ending-trouble = { $by } menyetujuinya. { $trouble }
ending-denied = { $by } menolaknya. Tidak ada yang diubah.
ending-why = Alasan:
ending-cancelled = Ditarik kembali oleh orang yang meminta. Tidak ada yang diubah.
ending-expired = Tidak ada yang memutuskan tepat waktu. Tidak ada yang diubah.
ending-void = { $by } menyetujuinya, tetapi ini tidak mungkin lagi: { $who } bahkan sudah tidak boleh memintanya. Tidak ada yang diubah.
trouble-unknown = **Belum dikonfirmasi bahwa ini terlaksana** ({ $cause }).
trouble-watched = Usher melihat lagi selama satu jam.
trouble-failed = Gagal ({ $cause }); tidak ada yang diubah.
trouble-other = Tidak dapat dilaksanakan ({ $cause }). Tidak ada yang diubah.

about-invite = Undangan

## Wishes. They follow "asks to".

wish-create = membuat grup
wish-create-with = membuat grup dengan { $people }
wish-rename = mengganti nama grup ini
wish-undescribe = menghapus deskripsi grup ini
wish-describe = mengubah deskripsi grup ini
wish-leave = mengeluarkan akun dari grup ini
wish-delete = **menghapus grup ini untuk semua anggotanya**
wish-join = membuat akun bergabung ke grup lewat tautan undangan
wish-add = menambahkan { $people } ke grup ini
wish-remove = mengeluarkan { $people } dari grup ini
wish-promote = menjadikan { $people } sebagai admin
wish-demote = memberhentikan { $people } sebagai admin
wish-show-invite = melihat tautan undangan grup ini
wish-revoke-invite = mencabut tautan undangan grup ini dan membuat yang baru
wish-show = melihat grup ini
wish-members = melihat daftar anggota grup ini
wish-list = melihat daftar grup
wish-preview = melihat tujuan tautan undangan
wish-sessions = melihat akun-akun WhatsApp
