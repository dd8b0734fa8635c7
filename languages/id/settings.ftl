### Settings of a group, and requests to join it.

setting-writers-everyone = Semua orang bisa mengirim pesan.
setting-writers-admins = Hanya admin yang bisa mengirim pesan.
setting-editors-everyone = Semua orang bisa mengubah nama, gambar, dan deskripsi.
setting-editors-admins = Hanya admin yang bisa mengubah nama, gambar, dan deskripsi.
setting-adders-everyone = Semua orang bisa menambah anggota.
setting-adders-admins = Hanya admin yang bisa menambah anggota.
setting-approval-on = Admin harus menyetujui orang yang bergabung lewat tautan.
setting-approval-off = Siapa pun yang punya tautan bergabung tanpa persetujuan.
setting-changed = Diubah
setting-was-so = Sudah begitu
setting-not-changed = Tidak diubah
setting-unconfirmed = Belum dikonfirmasi. Periksa setelan sebelum menjalankan perintah lagi
settings-unknown = Layanan WhatsApp tidak memberi tahu setelan grup ini.
in-community = Bagian dari komunitas
# Values of the options of a command
choice-everyone = Semua orang
choice-admins = Hanya admin
choice-approval-on = Admin menyetujui
choice-approval-off = Tanpa persetujuan

## Requests to join

join-requests-count = { $count ->
    [one] { $count } orang meminta bergabung
   *[other] { $count } orang meminta bergabung
}
join-requests-none = Saat ini tidak ada yang meminta bergabung.
join-requests-not-needed = Tidak ada permintaan: siapa pun yang punya tautan bergabung tanpa persetujuan.
menu-approve = Setujui…
menu-decline = Tolak…
button-approve-all = Setujui semua
button-decline-all = Tolak semua
button-join-requests = Lihat permintaan
join-notice-as-of = Per { $when }.
join-notice-replaced = Pesan yang lebih baru memuat jumlah saat ini.
join-notice-unreachable = Usher tidak lagi melihat permintaan grup ini.
# What became of a request; the people follow
request-result-approved = Sekarang di grup
request-result-declined = Ditolak
request-result-not-asking = Tidak meminta bergabung
request-result-not-in = Permintaan sudah tidak ada, tetapi nomornya tidak ada di daftar anggota. Periksa daftar anggota
request-result-still-asking = WhatsApp tidak memutuskannya; permintaan masih terbuka
request-result-unconfirmed = Belum dikonfirmasi. Periksa permintaan sebelum menjalankan perintah lagi
