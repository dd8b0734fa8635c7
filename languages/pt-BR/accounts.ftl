### Contas do WhatsApp: os alertas no canal de registro, e o que a lista diz de cada uma

status-unknown = conexão desconhecida
account-listed-since = desde { $time }
account-left = pessoas que ela ainda pode adicionar hoje: { $left }

account-lost = Conta do WhatsApp desconectada
account-banned = Conta do WhatsApp banida
account-back = Conta do WhatsApp conectada de novo
account-lost-since = O Usher vê isso desde { $time }. Até a conta se conectar de novo, os comandos para os grupos dela falham.
account-back-after = Ela ficou desconectada por cerca de { $duration }, desde { $time }.
lasted-seconds = { $count ->
    [one] { $count } segundo
   *[other] { $count } segundos
}
lasted-minutes = { $count ->
    [one] { $count } minuto
   *[other] { $count } minutos
}
lasted-hours = { $count ->
    [one] { $count } hora
   *[other] { $count } horas
}
lasted-days = { $count ->
    [one] { $count } dia
   *[other] { $count } dias
}

account-disconnected = A conta está sem conexão com o WhatsApp.
account-disconnected-next = **O que fazer:** Peça ao dono do bot para olhar a conta no serviço do WhatsApp. Muitas vezes é preciso iniciá-la ou conectá-la de novo lá.
account-reconnecting = A conta perdeu a conexão com o WhatsApp. O serviço do WhatsApp está tentando conectá-la de novo.
account-reconnecting-next = **O que fazer:** Espere. Se em 15 minutos ela ainda estiver desconectada, avise o dono do bot.
account-stopped = Alguém parou a conta no serviço do WhatsApp.
account-stopped-next = **O que fazer:** Peça ao dono do bot para iniciá-la de novo lá.
account-missing = O serviço do WhatsApp não conhece esta conta.
account-missing-next = **O que fazer:** Avise o dono do bot. A conta foi apagada lá, ou tem lá um nome diferente do que está na configuração do Usher.
account-logged-out = A conta foi desconectada do WhatsApp.
account-logged-out-next = **O que fazer:** Entre na conta de novo. O dono do bot abre o QR code no serviço do WhatsApp, e alguém o escaneia com o celular desta conta.
account-ban = O WhatsApp baniu a conta por um tempo.
account-ban-next = **O que fazer:** Espere. O WhatsApp mostra no celular desta conta quanto tempo o banimento dura. Depois disso, não adicione ninguém por alguns dias.
