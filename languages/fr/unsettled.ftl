### Modifications dont la réponse s’est perdue : ce que l’on en sait, et ce qui peut encore arriver.

settling = Usher n’a pas reçu de réponse claire du service WhatsApp. Usher vérifie si la modification a été faite, jusqu’à { $time } au plus tard.
settling-restarted = Usher a été redémarré pendant que ceci était en cours. Il vérifie si la modification a été faite, jusqu’à { $time } au plus tard.
unconfirmed = Non confirmé
unconfirmed-asked = Vous avez demandé à { $wish }.
unconfirmed-unchanged = Usher n’a pas reçu de réponse claire du service WhatsApp. Après { $seconds ->
    [one] { $seconds } seconde
   *[other] { $seconds } secondes
}, la modification n’était pas là, mais elle peut encore arriver.
unconfirmed-unclear = Usher n’a pas reçu de réponse claire du service WhatsApp. Le groupe ne montre ni l’ancien état ni ce que vous avez demandé : une autre modification s’est peut-être glissée entre les deux.
unconfirmed-candidates = Usher n’a pas reçu de réponse claire du service WhatsApp. L’un de ces groupes est peut-être le nouveau ; Usher ne peut pas savoir lequel :
unconfirmed-not-shown = Usher n’a pas reçu de réponse claire du service WhatsApp, qui ne montre pas l’image d’un groupe. Regardez le groupe dans WhatsApp avant de relancer la commande.
unconfirmed-unreadable = Usher n’a pas reçu de réponse claire du service WhatsApp, et Usher n’a pas pu regarder les groupes ensuite. La modification a peut-être été faite, ou peut encore arriver.
unconfirmed-unknown = Usher n’a pas reçu de réponse claire du service WhatsApp. La modification a peut-être été faite, ou peut encore arriver.
unconfirmed-watched = Usher regarde encore pendant une heure et vous prévient si cela arrive. Regardez le groupe avant de relancer la commande.
unconfirmed-checked = Dernière vérification : { $time }.
button-check-again = Vérifier encore
confirmed-late = Ceci avait été annoncé comme non confirmé. C’est finalement arrivé.
confirmed-late-to = { $who }, ceci avait été annoncé comme non confirmé. C’est finalement arrivé.
check-over = C’est déjà réglé. `/wa-audit show` montre comment cela s’est terminé.
check-failed = Usher n’a pas pu lire sa base en ce moment et n’a rien vérifié. Appuyez de nouveau dans une minute.
case-confirmed = Confirmé maintenant, après avoir été annoncé comme non confirmé : { $deed }
repeats-unsettled = **La même modification a été demandée { $time } et n’est pas encore confirmée.** Si vous continuez, elle sera peut-être faite deux fois.
repeats-yes = Continuer quand même
still-unsettled = Pas encore réglé
still-unsettled-text = La même modification a été demandée { $time }, et Usher vérifie encore si elle a été faite. Rien n’a été modifié maintenant, et la demande reste ouverte.
api-error = Le service WhatsApp a échoué
api-error-text = Le service WhatsApp a signalé une erreur, et la modification n’est pas là.
not-sent-text = Usher a été interrompu avant d’envoyer ceci. Rien n’a été modifié. Relancez la commande si vous le voulez encore.
name-unchanged = Le groupe porte déjà ce nom. Rien n’a été modifié.
description-unchanged = Le groupe a déjà cette description. Rien n’a été modifié.
created-description-unconfirmed = Il n’est pas confirmé que sa description a été définie. Regardez le groupe.
created-picture-unconfirmed = Il n’est pas confirmé que son image a été définie. Regardez le groupe dans WhatsApp.
