not-offered = Não disponível aqui
not-offered-delete = O serviço do WhatsApp deste servidor não consegue apagar grupos.
not-offered-delete-next = O Usher pode sair do grupo: `/wa-group leave`.
not-offered-no-description = O serviço do WhatsApp deste servidor não consegue remover uma descrição.
not-offered-no-description-next = Escreva uma nova no lugar.
not-offered-picture = Esta versão do serviço do WhatsApp não consegue definir imagens.
not-offered-update = Peça ao dono do bot que a atualize.
not-offered-picture-url = O serviço do WhatsApp deste servidor não consegue usar um link de imagem.
not-offered-picture-url-next = Anexe a imagem com a opção `image`.
not-offered-empty = O serviço do WhatsApp deste servidor não consegue criar um grupo sem membros.
not-offered-empty-next = Adicione pelo menos uma pessoa com a opção `members`.
not-offered-lid = O serviço do WhatsApp deste servidor só conhece as pessoas pelo número de telefone, e uma destas pessoas esconde o dela.
not-offered-code = O serviço do WhatsApp deste servidor não consegue usar este tipo de link de convite.
not-offered-people = O serviço do WhatsApp deste servidor não consegue criar um grupo com mais de { $max } pessoas de uma vez.
not-offered-people-next = Crie o grupo com menos pessoas e adicione as outras com `/wa-group members add`.
not-offered-name = Este nome é longo demais para o serviço do WhatsApp deste servidor: no máximo { $max } bytes. Letras com acento e emojis contam mais de uma vez.
not-offered-long-description = Esta descrição é longa demais para o serviço do WhatsApp deste servidor: no máximo { $max } caracteres.
not-offered-settings = O serviço de WhatsApp deste servidor não pode mostrar nem mudar as configurações de um grupo.
not-offered-writers = O serviço de WhatsApp deste servidor não pode mudar quem pode enviar mensagens.
not-offered-editors = O serviço de WhatsApp deste servidor não pode mudar quem pode editar o grupo.
not-offered-adders = O serviço de WhatsApp deste servidor não pode mudar quem pode adicionar membros.
not-offered-join-approval = O serviço de WhatsApp deste servidor não pode mudar se os admins aprovam quem entra.
not-offered-join-requests = O serviço de WhatsApp deste servidor não pode ver nem decidir pedidos para entrar.
not-offered-in-whatsapp = Um admin do grupo pode fazer isso no WhatsApp.
not-offered-other = O serviço do WhatsApp deste servidor não consegue fazer isso.

## The service in /wa-setup

field-provider = Serviço de WhatsApp
# A list follows: what the WhatsApp service can't do
set-up-lacking = Não disponível com ele:
lack-delete = apagar grupos
lack-remove-description = remover uma descrição
lack-picture = definir imagens
lack-picture-url = links de imagens
lack-empty-group = grupos sem membros
lack-hidden-numbers = mudanças em membros que escondem o número
lack-unusual-links = links de convite incomuns
lack-settings = configurações de grupos
lack-writers = mudar quem pode enviar mensagens
lack-editors = mudar quem pode editar um grupo
lack-adders = mudar quem pode adicionar membros
lack-join-approval = mudar se os admins aprovam quem entra
lack-join-requests = pedidos para entrar
lack-large-groups = grupos novos com mais de { $max } pessoas de uma vez
lack-long-names = nomes de grupo com mais de { $max } bytes
lack-long-descriptions = descrições com mais de { $max } caracteres
lack-other = algumas outras ações
