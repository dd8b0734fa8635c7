### Questions before something that cannot be taken back, and longer work.

ask-leave = Keluar dari grup ini? Akun hanya bisa kembali lewat tautan undangan, dan tidak bisa lagi mengelola grup.
ask-leave-yes = Keluar
ask-delete = Hapus grup ini untuk semua anggotanya? Grup tidak bisa dikembalikan. Anda akan diminta mengetik namanya.
ask-delete-nameless = Hapus grup ini untuk semua anggotanya? Grup tidak bisa dikembalikan. Grup ini tidak punya nama yang terlihat, jadi Anda akan diminta mengetik ID-nya.
ask-delete-yes = Hapus…
ask-remove = Keluarkan { $count ->
   *[other] { $count } orang
} dari grup ini?
ask-remove-yes = Keluarkan
ask-revoke = Cabut tautan undangan? Tautan yang sekarang langsung tidak berlaku lagi, di mana pun sudah dibagikan, dan tautan baru dibuat.
ask-revoke-yes = Cabut
ask-other = Lanjutkan?
ask-other-yes = Lanjutkan
ask-seconds = Berlaku 60 detik.

# Title of a window; at most 45 characters
delete-title = Hapus grup ini?
# At most 45 characters
delete-field = Ketik nama grup untuk menghapusnya
# At most 45 characters
delete-field-id = Ketik ID grup untuk menghapusnya
cancelled = Dibatalkan
not-confirmed = Tidak dikonfirmasi tepat waktu
not-confirmed-text = Tidak ada yang diubah. Gunakan perintahnya lagi jika Anda masih menginginkannya.

working = Sedang diproses…
working-far = Sedang diproses: { $answered } dari { $all } permintaan sudah selesai.
working-api-pause = API grup meminta jeda; proses berlanjut otomatis pada { $time }.
working-slowly = Jatah penambahan akun ini untuk satu hari hampir habis, jadi Usher bekerja pelan-pelan. Proses berlanjut pada { $time }.
