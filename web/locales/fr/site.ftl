# Pages du site lui-même.

flash-page-written = La page est écrite.
site-terms = Conditions d’utilisation
site-privacy = Confidentialité
site-contact = Contact
site-accessibility = Accessibilité
site-help = Aide
site-since = Version du
site-none = L’organisme qui gère ce site n’a pas encore écrit cette page.
site-edit = Écrire cette page
site-all = Pages de ce site
site-all-lede = Ce que les membres acceptent, ce qui est conservé à leur sujet, à qui s’adresser. Chaque page dans toutes les langues que vous pouvez proposer ; à défaut, la langue du site est affichée.
site-written = Écrite
site-missing = Manquante
site-edit-title = Écrire : { $page }
site-language = Langue
site-language-go = Y aller
site-meanwhile = Entre-temps, quelqu’un d’autre a écrit cette page. Votre texte se trouve plus bas ; rien n’a été écrasé.
site-meanwhile-text = Ce qui s’y trouve maintenant
site-text = Texte
site-text-hint = Markdown : # pour les titres, - pour les listes, [mots](adresse) pour les liens. Un texte vide retire la page.
site-text-long = Le texte dépasse 64 Kio. Raccourcissez-le.
site-preview = Aperçu
