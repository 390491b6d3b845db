### Qui détient quoi, passé en revue ; et le recours d’un propriétaire qui a oublié son mot de passe

access-never_signed_in = { $name } ne s’est jamais connecté ; le compte existe depuis { $since }. Supprimez-le, ou donnez un nouveau mot de passe.
access-unused = { $name } ne s’est pas connecté depuis { $since }. Désactivez le compte si personne n’en a besoin.
access-beyond_role = { $name } détient plus que son rôle ne donne : { $resources }. Reprenez ce qui est de trop, ou donnez un autre rôle.
access-temporary_password = { $name } a encore un mot de passe temporaire. Faites-le changer, ou réinitialisez-le.
access-nobody_for_site = Aucun administrateur hormis le propriétaire n’atteint le site { $name }. Confiez-le à quelqu’un.
access-nothing = Rien à signaler : chaque compte sert, personne ne détient plus que son rôle, et chaque site a quelqu’un.
access-findings = Constats : { $count }. Examinez chacun d’eux.
recover-done =
    { $admin } se connecte avec ce mot de passe temporaire, montré une seule fois et périmé après 72 heures :
    { $password }
desk-recovered = Votre mot de passe a été rétabli sur la machine même le { $at }. Si ce n’était pas vous, demandez qui a la machine.
usage-terminal_only = Cela ne marche que sur un terminal de la machine même, où personne d’autre ne lit.
