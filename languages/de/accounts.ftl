### WhatsApp-Konten: die Meldungen im Log-Kanal, und was die Liste über jedes sagt

status-unknown = Verbindung unbekannt
account-listed-since = seit { $time }
account-left = kann heute noch so viele Personen hinzufügen: { $left }

account-lost = WhatsApp-Konto nicht verbunden
account-banned = WhatsApp-Konto gesperrt
account-back = WhatsApp-Konto wieder verbunden
account-lost-since = Usher sieht das seit { $time }. Bis das Konto wieder verbunden ist, schlagen Befehle für seine Gruppen fehl.
account-back-after = Es war etwa { $duration } lang nicht verbunden, seit { $time }.
lasted-seconds = { $count ->
    [one] { $count } Sekunde
   *[other] { $count } Sekunden
}
lasted-minutes = { $count ->
    [one] { $count } Minute
   *[other] { $count } Minuten
}
lasted-hours = { $count ->
    [one] { $count } Stunde
   *[other] { $count } Stunden
}
lasted-days = { $count ->
    [one] { $count } Tag
   *[other] { $count } Tage
}

account-disconnected = Das Konto hat keine Verbindung zu WhatsApp.
account-disconnected-next = **Was zu tun ist:** Sag dem Bot-Betreiber, dass er das Konto im WhatsApp-Dienst ansehen soll. Oft muss es dort neu gestartet oder neu angemeldet werden.
account-reconnecting = Das Konto hat die Verbindung zu WhatsApp verloren. Der WhatsApp-Dienst versucht, sie wiederherzustellen.
account-reconnecting-next = **Was zu tun ist:** Warte. Wenn es in 15 Minuten immer noch nicht verbunden ist, sag dem Bot-Betreiber Bescheid.
account-stopped = Jemand hat das Konto im WhatsApp-Dienst gestoppt.
account-stopped-next = **Was zu tun ist:** Bitte den Bot-Betreiber, es dort wieder zu starten.
account-missing = Der WhatsApp-Dienst kennt dieses Konto nicht.
account-missing-next = **Was zu tun ist:** Sag dem Bot-Betreiber Bescheid. Das Konto wurde dort gelöscht, oder es heißt dort anders als in Ushers Konfiguration.
account-logged-out = Das Konto ist bei WhatsApp abgemeldet.
account-logged-out-next = **Was zu tun ist:** Melde es wieder an. Der Bot-Betreiber öffnet den QR-Code im WhatsApp-Dienst, und jemand scannt ihn mit dem Handy dieses Kontos.
account-ban = WhatsApp hat das Konto vorübergehend gesperrt.
account-ban-next = **Was zu tun ist:** Warte. WhatsApp zeigt auf dem Handy dieses Kontos, wie lange die Sperre dauert. Füge danach ein paar Tage lang niemanden hinzu.
