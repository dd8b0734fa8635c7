### /wa-group members find

members-found = { $count ->
   *[other] { $count } anggota cocok
} dengan **{ $search }**
members-none-found = Tidak ada anggota yang cocok dengan **{ $search }**
# Only to people who see masked numbers
members-find-masked = Kamu hanya melihat sebagian dari setiap nomor, jadi Usher hanya mencari di bagian itu. Untuk memeriksa satu orang, tulis nomor lengkap dengan kode negaranya.
field-search = Pencarian
# What people type to find the creator
role-creator = pembuat
# The role of a member who is not an admin
role-member = anggota
# Follows "wants to"
wish-find-members = mencari anggota grup ini
