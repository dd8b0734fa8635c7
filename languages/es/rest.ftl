### Lists of more people than an account may add in a day.

rest-follows = { $count ->
    [one] Usher añadirá por sí mismo a la otra persona a partir de { $time }.
   *[other] Usher añadirá por sí mismo a las otras { $count } personas a partir de { $time }, cada día tantas como permita el límite diario.
}
standing-follows = Aún sin intentar; Usher las añadirá más tarde
button-stop-rest = No añadir el resto
stopped-overdue = Usher no llegó a empezar: durante 24 horas después de la hora prevista algo lo impidió.
rest-cancelled = El resto de la lista no se añadirá. Las personas añadidas siguen en el grupo.

rest-title = El resto de una lista
rest-counts = Añadidas: { $added }. No añadidas: { $others }. Pendientes: { $waiting }.
rest-unconfirmed = Sin confirmar: { $count }. Revisa el grupo.
rest-details = Detalles: `/wa-audit show` con el número de abajo.
rest-nobody = { $who }, no se añadió a nadie más de tu lista.
rest-unknown = { $who }, no está confirmado si se añadió el resto de tu lista. Revisa el grupo.
rest-failed = { $who }, el resto de tu lista no se añadió.

wish-add-first = añadir a { $people } a este grupo: solo las primeras { $most }
wish-add-rest = añadir a { $people } a este grupo: ahora las primeras { $most }, las demás en los días siguientes
wish-add-daily = añadir a { $people } a este grupo, cada día tantas como permita el límite diario
