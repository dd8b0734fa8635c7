### /wa-group help: what the asker may do, with commands that can be clicked.

help = Qué puedes hacer aquí
help-nothing = Aún no puedes usar Usher aquí. Pide a un administrador que dé permisos a tu rol con `/wa-access grant`.
# After a command that somebody must approve
help-by-approval = (necesita aprobación)
help-more = Más sobre un tema: /wa-group help con la opción topic
unknown-command-now = Usher ya no tiene este comando. No se cambió nada. El más parecido es { $command }
# The commands that people use most
help-first = Los más usados

help-groups = Grupos
help-groups-text = Empieza a escribir en la opción `group` y elige uno de tus grupos. El nombre de un grupo puede tener hasta 25 caracteres. Usher pregunta antes de hacer algo que no se puede deshacer.
help-people = Personas
help-people-text = Pega los números de teléfono como los tengas, con o sin nombres: +55 11 99999-9999, Ana +49 1512 3456789. Si la lista es larga, no pongas la opción `members` y se abrirá una ventana, o adjunta un archivo: texto, CSV, contactos o una hoja de cálculo. Usher te dice a quién no se pudo añadir y por qué. Envía a esas personas el enlace de invitación.
help-invites = Enlaces de invitación
help-invites-text = Cualquiera que tenga el enlace puede unirse hasta que lo anules. Solo tú ves los enlaces; Usher nunca los publica en un canal.
help-requests = Solicitudes
help-requests-text = Si un comando necesita aprobación, úsalo sin más. Usher pregunta a quienes pueden aprobarlo y te avisa.
help-rights = Permisos
help-rights-text = Los permisos son de los roles. Da a un rol un conjunto (como `moderator`) o permisos sueltos, para todos los grupos o para uno.
help-journal = Registro de auditoría
help-journal-text = Cada cambio y cada intento denegado tiene una entrada con un número: quién, qué, cuándo y el resultado.
