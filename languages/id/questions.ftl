### Questions before something that cannot be undone, and longer work.

ask-leave = Keluar dari grup ini? Usher tidak bisa mengelolanya lagi dan perlu tautan undangan untuk kembali.
ask-leave-yes = Keluar
ask-delete = Hapus grup ini untuk semua anggotanya? Ini tidak bisa dibatalkan. Usher akan memintamu mengetik nama grup.
ask-delete-nameless = Hapus grup ini untuk semua anggotanya? Ini tidak bisa dibatalkan. Grup ini tidak punya nama yang terlihat, jadi Usher akan memintamu mengetik ID-nya.
ask-delete-yes = Hapus…
ask-remove = Keluarkan { $count ->
   *[other] { $count } orang
} dari grup ini?
ask-remove-yes = Keluarkan
ask-approve = { $count ->
    [one] Izinkan { $count } orang bergabung ke grup ini?
   *[other] Izinkan { $count } orang bergabung ke grup ini?
}
ask-approve-yes = Setujui
ask-decline = { $count ->
    [one] Tolak permintaan { $count } orang untuk bergabung ke grup ini?
   *[other] Tolak permintaan { $count } orang untuk bergabung ke grup ini?
}
ask-decline-yes = Tolak
ask-hidden = { $count ->
    [one] { $count } orang lagi meminta, tetapi nomornya tersembunyi. Putuskan di WhatsApp.
   *[other] { $count } orang lagi meminta, tetapi nomornya tersembunyi. Putuskan di WhatsApp.
}
ask-revoke = Cabut tautan undangan? Tautan yang sekarang tidak berlaku lagi di mana pun. Kamu mendapat yang baru.
ask-revoke-yes = Cabut
ask-other = Lanjutkan?
ask-other-yes = Lanjutkan

# Title of a window; at most 45 characters with a name of 25
delete-title = Hapus { $group }
# At most 45 characters
delete-field = Untuk konfirmasi, ketik nama grup
# At most 45 characters
delete-field-id = Untuk konfirmasi, ketik ID grup
cancelled = Dibatalkan
not-confirmed = Kedaluwarsa
not-confirmed-text = Kamu tidak mengonfirmasi tepat waktu. Tidak ada yang berubah. Jalankan perintah lagi jika kamu masih ingin { $wish }.

working = Sedang berjalan…
working-far = Sedang berjalan… { $answered } dari { $all } langkah selesai
working-api-pause = Dijeda oleh WhatsApp. Berlanjut otomatis { $time }.
working-slowly = Mendekati batas harian, jadi Usher melambat. Berlanjut { $time }.
