### Why people do things: the option `reason`, `/wa-audit reason`, and the setting that makes reasons mandatory.

field-reason = Alasan
reason-by = Alasan ini dari { $who }.
# The reason follows
deed-reason-changed = { $who } mengubah alasan entri log #{ $case }
deed-reasons-mandatory = { $who } mewajibkan alasan.
deed-reasons-optional = { $who } membuat alasan opsional.
action-audit-reason = mengubah alasan di log audit
action-audit-reason-of-others = mengubah alasan orang lain di log audit
# An action, such as “rename groups”
action-promote = menjadikan admin
action-demote = memberhentikan admin
reason-missing = Alasan belum ada
reason-missing-text = Di server ini, kamu harus menulis alasannya. Jalankan perintah lagi dengan opsi { $option }. Tidak ada yang berubah.
no-reason-for-refusal = Usher menolak percobaan ini, jadi tidak ada alasannya.
bad-reason-long = Alasan terlalu panjang: { $given } karakter (batas { $max }).
reason-saved = Alasan disimpan
reason-saved-text = Entri log #{ $case } sekarang menampilkannya.
field-reasons = Alasan
set-up-reasons-mandatory = Alasan wajib ditulis saat mengeluarkan orang, memberhentikan admin, keluar dari grup, menghapus grup, atau mencabut tautan undangan.
set-up-reasons-optional = Opsional: perintah yang mengeluarkan, menghapus, keluar, atau mencabut punya opsi `reason`.
set-up-reasons-on = Alasan sekarang wajib.
set-up-reasons-off = Alasan sekarang opsional.
# Buttons
button-reasons-on = Wajibkan alasan
button-reasons-off = Jadikan alasan opsional
