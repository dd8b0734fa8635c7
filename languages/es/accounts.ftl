### Cuentas de WhatsApp: los avisos en el canal de registro, y lo que la lista dice de cada una

status-unknown = conexión desconocida
account-listed-since = desde el { $time }
account-left = personas que aún puede agregar hoy: { $left }

account-lost = Cuenta de WhatsApp desconectada
account-banned = Cuenta de WhatsApp suspendida
account-back = Cuenta de WhatsApp conectada de nuevo
account-lost-since = Usher lo ve desde el { $time }. Hasta que la cuenta se conecte de nuevo, los comandos para sus grupos fallan.
account-back-after = Estuvo desconectada unos { $duration }, desde el { $time }.
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
    [one] { $count } día
   *[other] { $count } días
}

account-disconnected = La cuenta no tiene conexión con WhatsApp.
account-disconnected-next = **Qué hacer:** Avisa al propietario del bot para que revise la cuenta en el servicio de WhatsApp. A menudo hay que iniciarla allí de nuevo, o volver a iniciar sesión.
account-reconnecting = La cuenta perdió la conexión con WhatsApp. El servicio de WhatsApp intenta conectarla de nuevo.
account-reconnecting-next = **Qué hacer:** Espera. Si en 15 minutos sigue desconectada, avisa al propietario del bot.
account-stopped = Alguien detuvo la cuenta en el servicio de WhatsApp.
account-stopped-next = **Qué hacer:** Pide al propietario del bot que la inicie allí de nuevo.
account-missing = El servicio de WhatsApp no conoce esta cuenta.
account-missing-next = **Qué hacer:** Avisa al propietario del bot. La cuenta se eliminó allí, o tiene allí otro nombre que en la configuración de Usher.
account-logged-out = La sesión de la cuenta en WhatsApp está cerrada.
account-logged-out-next = **Qué hacer:** Inicia sesión de nuevo. El propietario del bot abre el código QR en el servicio de WhatsApp, y alguien lo escanea con el teléfono de esta cuenta.
account-ban = WhatsApp suspendió la cuenta por un tiempo.
account-ban-next = **Qué hacer:** Espera. WhatsApp muestra en el teléfono de esta cuenta cuánto dura la suspensión. Después, no agregues a nadie durante unos días.
