### What permissions and commands are for, as people read it. Each phrase follows "You can't", "asked to" or "needs
### permission to". The codes of permissions are shown only by /wa-access.

permission-groups-read = melihat grup dan anggota
permission-invites-read = melihat tautan undangan
permission-members-add = menambahkan orang
permission-groups-edit = mengganti nama, deskripsi, dan foto grup
permission-members-remove = mengeluarkan orang
permission-members-approve = menyetujui atau menolak permintaan bergabung
permission-invites-revoke = mencabut tautan undangan
permission-groups-create = membuat grup
permission-groups-join = bergabung ke grup
permission-groups-leave = keluar dari grup
permission-groups-settings = mengubah setelan grup
permission-admins-manage = memilih admin grup
permission-members-export = mengekspor daftar anggota
permission-audit-read = membaca log audit
permission-groups-delete = menghapus grup
permission-access-manage = mengelola izin

## A single command, where its permission covers several

action-rename = mengganti nama grup
action-describe = mengubah deskripsi grup
action-picture = mengganti foto grup
action-list = melihat daftar grup
action-show = melihat grup
action-members-list = melihat daftar anggota
action-members-find = mencari anggota
action-settings-show = melihat setelan grup
action-join-requests = melihat permintaan bergabung
action-preview = melihat pratinjau tautan undangan
action-sessions = melihat akun WhatsApp
action-audit-export = mengekspor log audit
action-audit-stop = menghentikan proses orang lain
action-access-see = melihat izin
action-setup = mengatur Usher
action-requests = melihat permintaan
action-help = membaca bantuan
