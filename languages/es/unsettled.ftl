### Changes whose answer was lost: what is known of them, and what may still happen.

settling = Usher no recibió una respuesta clara del servicio de WhatsApp y está comprobando si el cambio se hizo. La comprobación termina { $time } como muy tarde.
settling-restarted = Usher se reinició durante este comando y está comprobando si el cambio se hizo. La comprobación termina { $time } como muy tarde.
unconfirmed = Sin confirmar
unconfirmed-asked = Querías { $wish }.
unconfirmed-unchanged = Usher no recibió una respuesta clara del servicio de WhatsApp. Después de { $seconds ->
    [one] { $seconds } segundo
   *[other] { $seconds } segundos
}, el cambio no aparecía, pero aún puede hacerse.
unconfirmed-unclear = Usher no recibió una respuesta clara del servicio de WhatsApp. El grupo no muestra ni el estado anterior ni lo que pediste, así que puede que otro cambio se haya hecho entretanto.
unconfirmed-candidates = Usher no recibió una respuesta clara del servicio de WhatsApp. Uno de estos grupos puede ser el nuevo; Usher no sabe cuál:
unconfirmed-not-shown = Usher no recibió una respuesta clara del servicio de WhatsApp, que no muestra la imagen de un grupo. Comprueba el grupo en WhatsApp antes de volver a usar el comando.
unconfirmed-unreadable = Usher no recibió una respuesta clara del servicio de WhatsApp y después no pudo comprobar los grupos. Puede que el cambio se haya hecho o que aún se haga.
unconfirmed-unknown = Usher no recibió una respuesta clara del servicio de WhatsApp. Puede que el cambio se haya hecho o que aún se haga.
unconfirmed-watched = Usher sigue comprobándolo durante una hora y te avisa si el cambio se hace. Comprueba el grupo antes de volver a usar el comando.
unconfirmed-checked = Última comprobación: { $time }.
button-check-again = Comprobar de nuevo
confirmed-late = Usher informó de que esto estaba sin confirmar. Al final sí se hizo.
confirmed-late-to = { $who }, Usher informó de que esto estaba sin confirmar. Al final sí se hizo.
check-over-title = Ya está resuelto
check-over = No queda nada que comprobar. `/wa-audit show` muestra el resultado.
check-failed-title = Sin comprobar
check-failed = Usher no puede leer sus datos en este momento, así que no comprobó nada. Vuelve a pulsar en un minuto.
case-confirmed = Confirmado más tarde: { $deed }
repeats-unsettled = **El mismo cambio se pidió { $time } y aún no está confirmado.** Si continúas, puede hacerse dos veces.
repeats-yes = Continuar de todos modos
still-unsettled = Aún sin confirmar
still-unsettled-text = El mismo cambio se pidió { $time } y Usher aún está comprobando si se hizo. Esta pulsación no cambió nada y la solicitud sigue abierta.
api-error = El servicio de WhatsApp falló
api-error-text = El servicio de WhatsApp informó de un error y el cambio no aparece.
not-sent-text = Usher se reinició antes de enviar esto. No se cambió nada. Vuelve a usar el comando si aún lo quieres.
name-unchanged = El grupo ya tiene este nombre. No se cambió nada.
description-unchanged = El grupo ya tiene esta descripción. No se cambió nada.
created-description-unconfirmed = Sin confirmar: puede que la descripción no se haya puesto. Comprueba el grupo.
created-picture-unconfirmed = Sin confirmar: puede que la imagen no se haya puesto. Comprueba el grupo en WhatsApp.
