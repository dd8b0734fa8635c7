### What was done, for others to read: notices in the channel, the log channel and the audit log.

deed-created = { $who } membuat grup ini.
deed-created-with = { $who } membuat grup ini dengan { $people }.
deed-renamed = { $who } mengganti nama **{ $before }** menjadi **{ $after }**
deed-described = { $who } mengubah deskripsi.
deed-picture = { $who } mengganti foto grup.
deed-left = { $who } membuat Usher keluar dari grup ini.
deed-deleted = { $who } menghapus grup ini.
deed-joined = { $who } membuat Usher bergabung ke grup ini.
deed-added = { $who } menambahkan { $people }.
deed-removed = { $who } mengeluarkan { $people }.
deed-promoted = { $who } menjadikan { $people } admin.
deed-demoted = { $who } memberhentikan { $people } sebagai admin.
# An entry of an older release, which does not say whether they became admins
deed-admins-changed = { $who } mengubah peran admin { $people }.
deed-settings = { $who } mengubah setelan grup. { $settings }
deed-requests-approved = { $who } mengizinkan { $people } bergabung.
deed-requests-declined = { $who } menolak permintaan { $people } untuk bergabung.
deed-invite-revoked = { $who } mencabut tautan undangan. Tautan lama tidak berlaku lagi.
deed-invite-shown = { $who } melihat tautan undangan.
deed-journal-exported = { $who } mengekspor { $rows ->
   *[other] { $rows } entri log
}.
deed-granted = { $who } menambahkan izin untuk { $grant }
deed-rights-revoked = { $who } menghapus izin dari { $grant }
deed-log-channel = { $who } mengatur channel log ke { $channel }.
deed-log-channel-gone = { $who } mematikan channel log.
deed-approvals-channel = { $who } mengatur channel persetujuan ke { $channel }.
deed-approvals-channel-gone = { $who } mematikan channel persetujuan.
deed-approvals-role = { $who } mengatur peran yang disebut permintaan baru ke { $role }.
deed-approvals-role-gone = { $who } menghapus peran yang disebut permintaan baru.
deed-country = { $who } mengatur negara nomor telepon ke { $country }.
deed-country-gone = { $who } menghapus negara nomor telepon server ini.
deed-invitation = { $who } mengubah teks undangan.
deed-invitation-gone = { $who } kembali ke teks undangan default.
deed-approved = Disetujui oleh { $by }.
who-owner = Pemilik bot
who-erased = Seseorang yang datanya sudah dihapus

## Entries of the audit log. $action is such as “rename groups”.

case-nothing = { $who } mencoba { $action }; { $result }.
# What did not happen, in case-nothing
nothing-added = tidak ada yang ditambahkan
nothing-removed = tidak ada yang dikeluarkan
nothing-promoted = tidak ada yang menjadi admin
nothing-demoted = tidak ada yang kehilangan peran admin
nothing-else = tidak ada yang berubah
case-used = { $who } memakai perintah untuk { $action }.
case-used-result = { $who } memakai perintah untuk { $action }: { $result }.
case-used-for = { $who } memakai perintah untuk { $action } ({ $count ->
   *[other] { $count } orang
}): { $result }.
case-refused = { $who } mencoba { $action } (tidak punya izin).
case-refused-more = Dan { $count ->
   *[other] { $count } penolakan lagi
} untuk orang yang sama pada menit itu, tanpa entri sendiri.
more-refusals = Usher menolak { $who } { $count ->
   *[other] { $count } kali lagi
} dalam satu menit terakhir. Log audit berisi penolakan yang pertama.
# The reason follows, if there is one
case-denied = { $by } menolak permintaan { $who } untuk { $action }.
case-taken-back = { $who } menarik kembali permintaan untuk { $action }.
case-expired = Permintaan { $who } untuk { $action } kedaluwarsa.
case-failed = { $who } mencoba { $action }. Ini gagal, dan tidak ada yang berubah ({ $cause }).
case-unknown = { $who } mencoba { $action }. **Belum terkonfirmasi** ({ $cause }): mungkin berhasil, mungkin tidak.
case-unconfirmed = { $who } mencoba { $action }. **Belum terkonfirmasi**: mungkin berhasil, mungkin tidak.
case-unconfirmed-people = **Belum terkonfirmasi** untuk { $count ->
   *[other] { $count } orang
}. Periksa grupnya.
result-open = sedang berjalan
result-done = selesai
result-nothing = tidak ada perubahan
result-failed = gagal
result-refused = ditolak
result-unknown = belum terkonfirmasi

cases = Log audit
cases-none = Entri tidak ditemukan.
cases-none-near = Tidak ada di { $count } entri terakhir yang diperiksa Usher. Pakai tombol di bawah untuk mencari lebih jauh.
cases-footer = Detail satu entri: /wa-audit show

field-when = Waktu
field-result = Hasil
field-operation = Tindakan
field-channel = Channel
field-tries = Percobaan
field-group = Grup
field-people = Orang

journal = Log audit diekspor
journal-exported = { $rows ->
   *[other] { $rows } entri
} diekspor. File ini berisi data pribadi; bagikan dengan hati-hati.
journal-cut = { $missing ->
   *[other] { $missing } entri yang lebih lama tidak muat.
} Lihat sisanya dengan `/wa-audit recent`. Agar setiap entri ada di file, ekspor lebih sering dan pakai `days`.

## After an interruption

interrupted = Usher dimulai ulang
interrupted-done = Selesai setelah dimulai ulang: { $deed }
interrupted-unknown = { $who }, Usher dimulai ulang saat perintahmu berjalan, dan belum terkonfirmasi bahwa perintah itu berhasil. Periksa grupnya sebelum menjalankan perintah lagi.
interrupted-nothing = { $who }, Usher dimulai ulang saat perintahmu berjalan. Tidak ada yang berubah. Jalankan perintah lagi jika kamu masih menginginkannya.
