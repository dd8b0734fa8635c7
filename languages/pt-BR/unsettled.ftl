### Changes whose answer was lost: what is known of them, and what may still happen.

settling = O Usher não recebeu uma resposta clara do serviço do WhatsApp e está verificando se a mudança foi feita. Fim da verificação, no máximo: { $time }.
settling-restarted = O Usher reiniciou durante este comando e está verificando se a mudança foi feita. Fim da verificação, no máximo: { $time }.
unconfirmed = Não confirmado
unconfirmed-asked = Você queria { $wish }.
unconfirmed-unchanged = O Usher não recebeu uma resposta clara do serviço do WhatsApp. Depois de { $seconds ->
    [one] { $seconds } segundo
   *[other] { $seconds } segundos
}, a mudança não estava lá, mas ainda pode acontecer.
unconfirmed-unclear = O Usher não recebeu uma resposta clara do serviço do WhatsApp. O grupo não mostra nem o estado anterior nem o que você pediu, então outra mudança pode ter acontecido no meio-tempo.
unconfirmed-candidates = O Usher não recebeu uma resposta clara do serviço do WhatsApp. Um destes grupos pode ser o novo; o Usher não sabe qual:
unconfirmed-not-shown = O Usher não recebeu uma resposta clara do serviço do WhatsApp, que não mostra a imagem de um grupo. Confira o grupo no WhatsApp antes de usar o comando de novo.
unconfirmed-unreadable = O Usher não recebeu uma resposta clara do serviço do WhatsApp e depois não conseguiu verificar os grupos. A mudança pode ter sido feita, ou ainda pode acontecer.
unconfirmed-unknown = O Usher não recebeu uma resposta clara do serviço do WhatsApp. A mudança pode ter sido feita, ou ainda pode acontecer.
unconfirmed-watched = O Usher continua verificando por uma hora e avisa você se a mudança acontecer. Confira o grupo antes de usar o comando de novo.
unconfirmed-checked = Última verificação: { $time }.
button-check-again = Verificar de novo
confirmed-late = O Usher informou que isto não estava confirmado. No fim, aconteceu.
confirmed-late-to = { $who }, o Usher informou que isto não estava confirmado. No fim, aconteceu.
check-over-title = Já resolvido
check-over = Não há mais nada a verificar. `/wa-audit show` mostra o resultado.
check-failed-title = Não verificado
check-failed = O Usher não consegue ler os próprios dados no momento, por isso não verificou nada. Clique de novo em um minuto.
case-confirmed = Confirmado depois: { $deed }
repeats-unsettled = **A mesma mudança foi solicitada { $time } e ainda não está confirmada.** Se você continuar, ela pode acontecer duas vezes.
repeats-yes = Continuar mesmo assim
still-unsettled = Ainda não confirmado
still-unsettled-text = A mesma mudança foi solicitada { $time }, e o Usher ainda está verificando se ela foi feita. Este clique não mudou nada, e a solicitação continua aberta.
api-error = O serviço do WhatsApp falhou
api-error-text = O serviço do WhatsApp informou um erro, e a mudança não está lá.
not-sent-text = O Usher reiniciou antes de enviar isto. Nada mudou. Use o comando de novo se ainda quiser.
name-unchanged = O grupo já tem este nome. Nada mudou.
description-unchanged = O grupo já tem esta descrição. Nada mudou.
created-description-unconfirmed = Não confirmado: a descrição pode não ter sido definida. Confira o grupo.
created-picture-unconfirmed = Não confirmado: a imagem pode não ter sido definida. Confira o grupo no WhatsApp.
