### Changes whose answer was lost: what is known of them, and what may still happen.

settling = Usher n’a pas reçu de réponse claire du service WhatsApp et vérifie si la modification a été faite. La vérification se termine { $time } au plus tard.
settling-restarted = Usher a redémarré pendant cette commande et vérifie si la modification a été faite. La vérification se termine { $time } au plus tard.
unconfirmed = Non confirmé
unconfirmed-asked = Tu voulais { $wish }.
unconfirmed-unchanged = Usher n’a pas reçu de réponse claire du service WhatsApp. Après { $seconds ->
    [one] { $seconds } seconde
   *[other] { $seconds } secondes
}, la modification n’était pas là, mais elle peut encore se faire.
unconfirmed-unclear = Usher n’a pas reçu de réponse claire du service WhatsApp. Le groupe ne montre ni l’ancien état ni ce que tu as demandé, donc une autre modification a peut-être eu lieu entre-temps.
unconfirmed-candidates = Usher n’a pas reçu de réponse claire du service WhatsApp. L’un de ces groupes est peut-être le nouveau ; Usher ne sait pas lequel :
unconfirmed-not-shown = Usher n’a pas reçu de réponse claire du service WhatsApp, qui ne montre pas l’image d’un groupe. Vérifie le groupe dans WhatsApp avant de relancer la commande.
unconfirmed-unreadable = Usher n’a pas reçu de réponse claire du service WhatsApp et n’a pas pu vérifier les groupes ensuite. La modification a peut-être été faite, ou peut encore se faire.
unconfirmed-unknown = Usher n’a pas reçu de réponse claire du service WhatsApp. La modification a peut-être été faite, ou peut encore se faire.
unconfirmed-watched = Usher continue de vérifier pendant une heure et te prévient si la modification se fait. Vérifie le groupe avant de relancer la commande.
unconfirmed-checked = Dernière vérification : { $time }.
button-check-again = Vérifier à nouveau
confirmed-late = Usher avait annoncé ceci comme non confirmé. Cela s’est finalement fait.
confirmed-late-to = { $who }, Usher avait annoncé ceci comme non confirmé. Cela s’est finalement fait.
check-over-title = Déjà réglé
check-over = Il n’y a plus rien à vérifier. `/wa-audit show` affiche le résultat.
check-failed-title = Non vérifié
check-failed = Usher ne peut pas lire ses données en ce moment, donc il n’a rien vérifié. Appuie de nouveau dans une minute.
case-confirmed = Confirmé plus tard : { $deed }
repeats-unsettled = **La même modification a été demandée { $time } et n’est pas encore confirmée.** Si tu continues, elle se fera peut-être deux fois.
repeats-yes = Continuer quand même
still-unsettled = Pas encore confirmé
still-unsettled-text = La même modification a été demandée { $time }, et Usher vérifie encore si elle a été faite. Cet appui n’a rien changé, et la demande reste ouverte.
api-error = Le service WhatsApp a échoué
api-error-text = Le service WhatsApp a signalé une erreur, et la modification n’est pas là.
not-sent-text = Usher a redémarré avant d’envoyer ceci. Rien n’a changé. Relance la commande si tu le veux toujours.
name-unchanged = Le groupe a déjà ce nom. Rien n’a changé.
description-unchanged = Le groupe a déjà cette description. Rien n’a changé.
created-description-unconfirmed = Non confirmé : la description n’est peut-être pas définie. Vérifie le groupe.
created-picture-unconfirmed = Non confirmé : l’image n’est peut-être pas définie. Vérifie le groupe dans WhatsApp.
