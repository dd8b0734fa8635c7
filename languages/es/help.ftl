### /wa-group help: what the asker may do, with commands that can be clicked.

help = Qué puedes hacer aquí
help-nothing = Nada por ahora: ninguno de tus roles tiene permisos aquí. Un administrador de este servidor puede dar permisos a los roles con `/wa-access grant`.
# After a command that somebody must approve
help-by-approval = (alguien debe aprobarlo)
help-more = Para saber más de un tema: /wa-group help, opción topic.
unknown-command-now = Este comando ahora se llama { $command }. No se cambió nada.

help-groups = Grupos
help-groups-text = La opción `group` te ofrece tus grupos mientras escribes: elige uno. El nombre puede tener hasta 25 caracteres. Antes de hacer algo que no se puede deshacer, Usher pregunta.
help-people = Personas
help-people-text = Pega los teléfonos como los tengas, también con nombres al lado: +55 11 99999-9999, Ana +49 1512 3456789. Si son muchos, deja vacía la opción `members` y se abrirá una ventana, o adjunta un archivo: texto, CSV, contactos, hoja de cálculo. Si no se puede añadir a alguien, verás quién es y por qué; envíale tú el enlace de invitación.
help-invites = Enlaces de invitación
help-invites-text = Quien tenga un enlace puede unirse hasta que se anule. Usher solo te muestra los enlaces a ti, nunca en un canal.
help-requests = Solicitudes
help-requests-text = Lo que solo puedes hacer con la aprobación de alguien se solicita con el mismo comando. Recibirás un aviso con el resultado.
help-rights = Permisos
help-rights-text = Los roles tienen permisos: un conjunto, como `moderator`, o permisos sueltos. Quien no tiene permisos no puede hacer nada. Algunos se pueden dar para un solo grupo.
help-journal = Registro
help-journal-text = Cada cambio y cada denegación es un caso con un número: quién, qué, cuándo y cómo terminó.
