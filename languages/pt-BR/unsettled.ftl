### Mudanças cuja resposta se perdeu: o que se sabe delas e o que ainda pode acontecer.

settling = O Usher não recebeu uma resposta clara do serviço do WhatsApp. O Usher verifica se a mudança foi feita, até { $time } no máximo.
settling-restarted = O Usher foi reiniciado enquanto isto estava em andamento. Ele verifica se a mudança foi feita, até { $time } no máximo.
unconfirmed = Não confirmado
unconfirmed-asked = Você pediu para { $wish }.
unconfirmed-unchanged = O Usher não recebeu uma resposta clara do serviço do WhatsApp. Depois de { $seconds ->
    [one] { $seconds } segundo
   *[other] { $seconds } segundos
} a mudança não estava lá, mas ainda pode acontecer.
unconfirmed-unclear = O Usher não recebeu uma resposta clara do serviço do WhatsApp. O grupo não mostra nem o estado anterior nem o que você pediu; outra mudança pode ter vindo antes.
unconfirmed-candidates = O Usher não recebeu uma resposta clara do serviço do WhatsApp. Um destes grupos pode ser o novo; o Usher não consegue saber qual:
unconfirmed-not-shown = O Usher não recebeu uma resposta clara do serviço do WhatsApp, que não mostra a foto de um grupo. Veja o grupo no WhatsApp antes de repetir o comando.
unconfirmed-unreadable = O Usher não recebeu uma resposta clara do serviço do WhatsApp, e o Usher não conseguiu olhar os grupos depois. A mudança pode ter sido feita ou ainda acontecer.
unconfirmed-unknown = O Usher não recebeu uma resposta clara do serviço do WhatsApp. A mudança pode ter sido feita ou ainda acontecer.
unconfirmed-watched = O Usher olha de novo durante uma hora e avisa você se acontecer. Veja o grupo antes de repetir o comando.
unconfirmed-checked = Última verificação: { $time }.
button-check-again = Verificar de novo
confirmed-late = Isto foi informado como não confirmado. Aconteceu, afinal.
confirmed-late-to = { $who }, isto foi informado como não confirmado. Aconteceu, afinal.
check-over = Isto já está resolvido. `/wa-audit show` mostra como terminou.
check-failed = O Usher não conseguiu ler o próprio armazenamento agora e não verificou nada. Pressione de novo em um minuto.
case-confirmed = Confirmado agora, depois de informado como não confirmado: { $deed }
repeats-unsettled = **A mesma mudança foi pedida { $time } e ainda não está confirmada.** Se você continuar, ela pode ser feita duas vezes.
repeats-yes = Continuar mesmo assim
still-unsettled = Ainda não resolvido
still-unsettled-text = A mesma mudança foi pedida { $time }, e o Usher ainda verifica se ela foi feita. Nada foi alterado agora, e o pedido continua aberto.
api-error = O serviço do WhatsApp falhou
api-error-text = O serviço do WhatsApp informou um erro, e a mudança não está lá.
not-sent-text = O Usher foi interrompido antes de enviar isto. Nada foi alterado. Repita o comando se ainda quiser.
name-unchanged = O grupo já tem este nome. Nada foi alterado.
description-unchanged = O grupo já tem esta descrição. Nada foi alterado.
created-description-unconfirmed = Não está confirmado que a descrição foi definida. Veja o grupo.
created-picture-unconfirmed = Não está confirmado que a foto foi definida. Veja o grupo no WhatsApp.
