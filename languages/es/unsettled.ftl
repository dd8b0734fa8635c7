### Cambios cuya respuesta se perdió: qué se sabe de ellos y qué puede pasar aún.

settling = Usher no recibió una respuesta clara del servicio de WhatsApp. Usher comprueba si el cambio se hizo, hasta { $time } como máximo.
settling-restarted = Usher se reinició mientras esto estaba en curso. Comprueba si el cambio se hizo, hasta { $time } como máximo.
unconfirmed = Sin confirmar
unconfirmed-asked = Pediste { $wish }.
unconfirmed-unchanged = Usher no recibió una respuesta clara del servicio de WhatsApp. Después de { $seconds ->
    [one] { $seconds } segundo
   *[other] { $seconds } segundos
} el cambio no estaba, pero aún puede ocurrir.
unconfirmed-unclear = Usher no recibió una respuesta clara del servicio de WhatsApp. El grupo no muestra ni el estado anterior ni lo que pediste: puede que otro cambio se haya adelantado.
unconfirmed-candidates = Usher no recibió una respuesta clara del servicio de WhatsApp. Uno de estos grupos puede ser el nuevo; Usher no puede saber cuál:
unconfirmed-not-shown = Usher no recibió una respuesta clara del servicio de WhatsApp, que no muestra la foto de un grupo. Mira el grupo en WhatsApp antes de repetir el comando.
unconfirmed-unreadable = Usher no recibió una respuesta clara del servicio de WhatsApp y Usher no pudo mirar los grupos después. Puede que el cambio se haya hecho o que aún ocurra.
unconfirmed-unknown = Usher no recibió una respuesta clara del servicio de WhatsApp. Puede que el cambio se haya hecho o que aún ocurra.
unconfirmed-watched = Usher vuelve a mirar durante una hora y te avisa si ocurre. Mira el grupo antes de repetir el comando.
unconfirmed-checked = Última comprobación: { $time }.
button-check-again = Comprobar de nuevo
confirmed-late = Esto se dio por no confirmado. Al final sí ocurrió.
confirmed-late-to = { $who }, esto se dio por no confirmado. Al final sí ocurrió.
check-over = Esto ya está resuelto. `/wa-audit show` muestra cómo terminó.
check-failed = Usher no ha podido leer su almacén en este momento y no ha comprobado nada. Vuelve a pulsar en un minuto.
case-confirmed = Confirmado ahora, después de darse por no confirmado: { $deed }
repeats-unsettled = **El mismo cambio se pidió { $time } y aún no está confirmado.** Si continúas, puede hacerse dos veces.
repeats-yes = Continuar de todos modos
still-unsettled = Aún sin resolver
still-unsettled-text = El mismo cambio se pidió { $time } y Usher todavía comprueba si se hizo. Ahora no se cambió nada y la solicitud sigue abierta.
api-error = El servicio de WhatsApp falló
api-error-text = El servicio de WhatsApp informó de un error y el cambio no está.
not-sent-text = Usher se interrumpió antes de enviar esto. No se cambió nada. Repite el comando si aún lo quieres.
name-unchanged = El grupo ya tiene este nombre. No se cambió nada.
description-unchanged = El grupo ya tiene esta descripción. No se cambió nada.
created-description-unconfirmed = No está confirmado que se pusiera su descripción. Mira el grupo.
created-picture-unconfirmed = No está confirmado que se pusiera su foto. Mira el grupo en WhatsApp.
