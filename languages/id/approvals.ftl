### Approvals: two people, reminders, and the buttons of /wa-request list.

field-approvals = Persetujuan
approvals-two = Dua orang yang berbeda harus menyetujui ini.
approvals-one-more = Disetujui oleh { $by }. Perlu satu persetujuan lagi.
approval-lost = { $by } tidak lagi punya izin untuk ini, jadi persetujuan ini tidak berlaku lagi.
approvers = { $first } dan { $last }
approved-already = Kamu sudah menyetujui ini
approved-already-text = Orang lain juga harus menyetujuinya. Tombol yang kamu tekan tidak mengubah apa pun.
state-open-one-more = terbuka, disetujui oleh { $by }, perlu satu persetujuan lagi, kedaluwarsa pada { $time }
reminder = **Permintaan #{ $request } masih terbuka.** { $link }

## Buttons of a request in a list; at most 80 characters

button-approve-request = Setujui #{ $request }
button-deny-request = Tolak #{ $request }
button-details-request = Detail #{ $request }
button-withdraw-request = Tarik kembali #{ $request }
