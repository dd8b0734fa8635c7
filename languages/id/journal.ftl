### What was done, for others to read: notices in the channel, the log channel and the journal.

deed-created = { $who } membuat grup ini.
deed-created-with = { $who } membuat grup ini dengan { $people }.
deed-renamed = { $who } mengganti nama **{ $before }** menjadi **{ $after }**
deed-described = { $who } mengubah deskripsi.
deed-picture = { $who } mengganti foto grup.
deed-left = { $who } mengeluarkan akun dari grup ini.
deed-deleted = { $who } menghapus grup ini.
deed-joined = { $who } membuat akun bergabung ke grup ini.
deed-added = { $who } menambahkan { $people }.
deed-removed = { $who } mengeluarkan { $people }.
deed-promoted = { $who } menjadikan { $people } sebagai admin.
deed-demoted = { $who } memberhentikan { $people } sebagai admin.
deed-invite-revoked = { $who } mencabut tautan undangan; tautan lama tidak berlaku lagi.
deed-invite-shown = { $who } melihat tautan undangan.
deed-journal-exported = { $who } mengekspor { $rows ->
   *[other] { $rows } kasus
} dari jurnal sebagai file.
deed-granted = { $who } memberi hak kepada { $grant }.
deed-rights-revoked = { $who } mencabut hak dari { $grant }.
deed-log-channel = { $who } menjadikan { $channel } sebagai channel log.
deed-log-channel-gone = { $who } menghapus pengaturan channel log.
deed-approvals-channel = { $who } menjadikan { $channel } sebagai channel persetujuan.
deed-approvals-channel-gone = { $who } menghapus pengaturan channel persetujuan.
deed-country = { $who } menjadikan { $country } sebagai negara nomor telepon.
deed-country-gone = { $who } menghapus pengaturan negara nomor telepon.
deed-invitation = { $who } mengatur teks undangan.
deed-invitation-gone = { $who } menghapus teks undangan sendiri.
deed-approved = Disetujui oleh { $by }.
who-owner = Pemilik bot
who-erased = Seseorang yang datanya telah dihapus

## Cases of the journal

case-nothing = { $who } memakai { $operation }, tetapi tidak ada yang berubah.
case-used = { $who } memakai { $operation }.
case-used-result = { $who } memakai { $operation }: { $result }.
case-used-for = { $who } memakai { $operation } untuk { $count ->
   *[other] { $count } orang
}: { $result }.
case-refused = { $who } tidak diizinkan memakai { $operation }, yang memerlukan { $capability }.
case-refused-more = Dan { $count ->
   *[other] { $count } penolakan lagi
} untuk orang yang sama pada menit itu, tanpa catatan sendiri.
more-refusals = { $who } ditolak { $count ->
   *[other] { $count } kali lagi
} dalam satu menit terakhir. Log audit memuat yang pertama.
case-denied = { $who } meminta { $operation }, tetapi ditolak oleh { $by }.
case-denied-why = { $who } meminta { $operation }, tetapi ditolak oleh { $by }: { $reason }
case-taken-back = { $who } meminta { $operation }, lalu menarik kembali permintaannya.
case-expired = { $who } meminta { $operation }, tetapi tidak ada yang memutuskan tepat waktu.
case-failed = { $who } mencoba { $operation }; gagal ({ $cause }) dan tidak ada yang diubah.
case-unknown = { $who } memakai { $operation }; **belum dikonfirmasi bahwa ini terlaksana** ({ $cause }).
result-open = terbuka
result-done = selesai
result-failed = gagal
result-refused = ditolak
result-unknown = belum dikonfirmasi

cases = Kasus
cases-none = Tidak ada kasus seperti itu yang boleh Anda lihat.
cases-none-near = Tidak ada di antara { $count } kasus yang diperiksa di sini. Tombol-tombol mencari lebih jauh.
cases-footer = /wa-audit show menampilkan satu kasus selengkapnya.
# A case in a list
case-line-in = { $operation } di **{ $group }**: { $result }
case-line = { $operation }: { $result }

field-when = Waktu
field-result = Hasil
field-operation = Operasi
field-channel = Channel
field-tries = Percobaan
field-group = Grup
field-people = Orang

journal = Jurnal
journal-exported = { $rows ->
   *[other] { $rows } kasus
}, sebagai file untuk spreadsheet. Isinya bisa memuat hal yang tidak ingin diperlihatkan para anggota kepada orang lain.
journal-cut = { $missing ->
   *[other] { $missing } kasus yang lebih lama tidak muat.
} Lihat sisanya dengan `/wa-audit recent`. Agar setiap kasus ada di file, ekspor lebih sering, dengan `days`.

## After an interruption

interrupted = Setelah gangguan
interrupted-done = Yang Anda minta terlambat diselesaikan: { $deed }
interrupted-unknown = { $who }, yang Anda minta terputus di tengah jalan, dan belum dikonfirmasi bahwa ini terlaksana. Lihat grupnya sebelum mengulangi perintah.
interrupted-nothing = { $who }, yang Anda minta terputus di tengah jalan. Tidak ada yang diubah. Gunakan perintahnya lagi jika Anda masih menginginkannya.
