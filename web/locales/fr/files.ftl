# Photos et documents que l’on joint à ses textes.

files-own = Vos fichiers
files-own-lede = Photos et documents que vous avez envoyés. Chaque fichier s’ouvre pour qui lit un texte qui le mentionne. Celui qu’aucun texte ne mentionne ne s’ouvre que pour vous et disparaît au bout de deux jours.
files-own-used = { $used } utilisés sur { $quota }.
files-own-none = Vous n’avez pas encore envoyé de fichier. Dans chaque texte, « Fichier » en joint un.
files-in-texts = Dans vos textes :
files-in-text = texte { $n }
files-nowhere = Aucun texte ne le mentionne.
files-in-draft = Seul un brouillon le nomme.
files-delete = Supprimer

files-button = Fichier
files-attach-heading = Joindre un fichier
files-choose = Photo ou document
files-choose-note = PNG, JPEG, WebP, PDF, ODT, DOCX, XLSX ou CSV, jusqu’à 8 Mo. Une photo ne dit plus où ni quand elle a été prise.
files-describe = Que montre l’image ?
files-describe-note = Pour les personnes qui ne peuvent pas la voir, et pour la traduction.
files-describe-ask = Quelqu’un ne peut pas voir cette image. Dites en une phrase ce qu’elle montre, ou envoyez encore une fois pour la laisser sans description.
files-attach = Joindre
files-stop = Arrêter
files-remove = Retirer
files-sending = Envoi en cours
files-broken = La connexion est coupée. L’envoi reprendra tout seul.
files-large = Il dépasse 8 Mo.
files-ready = Joint.
files-waiting = Vos fichiers sont encore en route. Le texte partira de lui-même quand ils seront là.
files-back-to-text = Revenir à votre texte

flash-file-attached = Le fichier est joint. Votre texte est gardé comme brouillon jusqu’à ce que vous l’envoyiez.
flash-file-deleted = Le fichier est supprimé.

files-refused-none = Choisissez d’abord un fichier.
files-refused-empty = Le fichier est vide.
files-refused-too-large = Un fichier peut faire 8 Mo au plus. Réduisez l’image, ou divisez le document.
files-refused-unknown = Ce type de fichier n’est pas accepté. Envoyez du PNG, JPEG, WebP, PDF, ODT, DOCX, XLSX ou CSV.
files-refused-svg = Une image SVG peut contenir des programmes et n’est pas acceptée. Enregistrez-la en PNG.
files-refused-gif = Les images GIF ne sont pas acceptées. Enregistrez l’image en PNG.
files-refused-heic = Les photos en HEIC ou AVIF ne sont pas acceptées. Enregistrez la photo en JPEG ; sur un iPhone, choisissez « Le plus compatible » dans Réglages, Appareil photo, Formats.
files-refused-old-office = Les documents aux anciens formats DOC, XLS et PPT ne sont pas acceptés. Enregistrez le document en DOCX, XLSX, ODT ou PDF.
files-refused-macros = Le document contient des macros, des programmes incorporés ou un modèle distant. Enregistrez-le sans cela, ou en PDF.
files-refused-encrypted = Le document est protégé par un mot de passe. Enregistrez-le sans mot de passe.
files-refused-damaged = Le fichier est abîmé ou incomplet. Ouvrez-le, enregistrez-le de nouveau et envoyez cette copie.
files-refused-encoding = Le tableau n’est pas en UTF-8 et des lettres seraient perdues. Dans Excel, enregistrez-le en « CSV UTF-8 ».
files-refused-too-many-pixels = L’image a plus de 25 millions de pixels, ou plus de 13 millions en couleurs profondes. Réduisez-la.
files-refused-lossless = Les images WebP sans perte sont acceptées jusqu’à 480 Ko. Enregistrez-la en PNG ou en JPEG.
files-refused-bomb = Une fois décompressé, le document est bien plus gros que ne le sont les documents, et n’est pas accepté.
files-refused-mixed = Il y a ici deux fichiers en un, et cela n’est pas accepté. Enregistrez le document de nouveau.
files-refused-archive = Les archives ne sont pas acceptées. Envoyez leurs fichiers un par un.
files-refused-full = Il n’y a pas de place pour des fichiers en ce moment. Votre texte est conservé ; réessayez plus tard ou prévenez l’équipe du site.
files-quota-full = Vos fichiers prendraient plus de place que chaque personne n’en a ici. Supprimez-en quelques-uns dans Réglages, Fichiers.
files-named = Un texte mentionne ce fichier. Retirez-le d’abord du texte ; dans l’historique, le fichier reste aussi longtemps que la version qui le mentionne.
files-elsewhere = Le fichier reprend à un autre endroit. Demandez jusqu’où il est arrivé.
files-piece-small = Chaque morceau fait au moins 64 Kio, sauf le dernier.
files-attach-first = Appuyez d’abord sur « Joindre » pour que le fichier parte aussi. Votre texte est gardé ci-dessous.
files-unknown = Aucun de vos fichiers ne correspond.
files-many = Un texte mentionne au plus { $n } fichiers.
files-newcomer = Tant que vos premiers messages ne sont pas approuvés, un texte accepte une image et aucun document.
