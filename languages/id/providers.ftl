not-offered = Tidak tersedia di sini
not-offered-delete = Layanan WhatsApp server ini tidak bisa menghapus grup.
not-offered-delete-next = Usher bisa keluar dari grup: `/wa-group leave`.
not-offered-no-description = Layanan WhatsApp server ini tidak bisa menghapus deskripsi.
not-offered-no-description-next = Tulis deskripsi baru sebagai gantinya.
not-offered-picture = Versi layanan WhatsApp ini tidak bisa memasang gambar.
not-offered-update = Minta pemilik bot untuk memperbaruinya.
not-offered-picture-url = Layanan WhatsApp server ini tidak bisa memakai tautan gambar.
not-offered-picture-url-next = Lampirkan gambar dengan opsi `image`.
not-offered-empty = Layanan WhatsApp server ini tidak bisa membuat grup tanpa anggota.
not-offered-empty-next = Tambahkan setidaknya satu orang dengan opsi `members`.
not-offered-lid = Layanan WhatsApp server ini hanya mengenal orang lewat nomor telepon, dan salah satu dari mereka menyembunyikan nomornya.
not-offered-code = Layanan WhatsApp server ini tidak bisa memakai jenis tautan undangan ini.
not-offered-people = Layanan WhatsApp server ini tidak bisa membuat grup dengan lebih dari { $max } orang sekaligus.
not-offered-people-next = Buat dengan lebih sedikit orang, lalu tambahkan yang lain dengan `/wa-group members add`.
not-offered-name = Nama ini terlalu panjang untuk layanan WhatsApp server ini: paling banyak { $max } bita. Huruf beraksen dan emoji dihitung lebih dari sekali.
not-offered-long-description = Deskripsi ini terlalu panjang untuk layanan WhatsApp server ini: paling banyak { $max } karakter.
not-offered-settings = Layanan WhatsApp server ini tidak bisa menampilkan atau mengubah setelan grup.
not-offered-writers = Layanan WhatsApp server ini tidak bisa mengubah siapa yang boleh mengirim pesan.
not-offered-editors = Layanan WhatsApp server ini tidak bisa mengubah siapa yang boleh mengedit grup.
not-offered-adders = Layanan WhatsApp server ini tidak bisa mengubah siapa yang boleh menambah anggota.
not-offered-join-approval = Layanan WhatsApp server ini tidak bisa mengubah apakah admin menyetujui anggota baru.
not-offered-join-requests = Layanan WhatsApp server ini tidak bisa melihat atau memutuskan permintaan bergabung.
not-offered-in-whatsapp = Admin grup bisa melakukannya di WhatsApp.
not-offered-other = Layanan WhatsApp server ini tidak bisa melakukan ini.

## The service in /wa-setup

field-provider = Layanan WhatsApp
# A list follows: what the WhatsApp service can't do
set-up-lacking = Tidak tersedia dengannya:
lack-delete = menghapus grup
lack-remove-description = menghapus deskripsi
lack-picture = memasang gambar
lack-picture-url = tautan gambar
lack-empty-group = grup tanpa anggota
lack-hidden-numbers = perubahan pada anggota yang menyembunyikan nomornya
lack-unusual-links = tautan undangan yang tidak biasa
lack-settings = setelan grup
lack-writers = mengubah siapa yang boleh mengirim pesan
lack-editors = mengubah siapa yang boleh mengedit grup
lack-adders = mengubah siapa yang boleh menambah anggota
lack-join-approval = mengubah apakah admin menyetujui anggota baru
lack-join-requests = permintaan bergabung
lack-large-groups = grup baru dengan lebih dari { $max } orang sekaligus
lack-long-names = nama grup lebih dari { $max } byte
lack-long-descriptions = deskripsi lebih dari { $max } karakter
lack-other = beberapa tindakan lain
