# Fotos y documentos que la gente adjunta a sus textos.

files-own = Tus archivos
files-own-lede = Fotos y documentos que has enviado. Cada archivo se abre para quien lee un texto que lo menciona. El que ningún texto menciona solo se abre para ti y desaparece a los dos días.
files-own-used = { $used } de { $quota } en uso.
files-own-none = Aún no has enviado ningún archivo. En cada texto, «Archivo» adjunta uno.
files-in-texts = En tus textos:
files-in-text = texto { $n }
files-nowhere = Ningún texto lo menciona.
files-in-draft = Solo un borrador lo nombra.
files-delete = Borrar

files-button = Archivo
files-attach-heading = Adjuntar un archivo
files-choose = Foto o documento
files-choose-note = PNG, JPEG, WebP, PDF, ODT, DOCX, XLSX o CSV, hasta 8 MB. Una foto deja de decir dónde y cuándo se tomó.
files-describe = ¿Qué muestra la imagen?
files-describe-note = Para quienes no pueden verla y para la traducción.
files-describe-ask = Hay quien no puede ver esta imagen. Di en una frase qué muestra, o envía otra vez para dejarla sin descripción.
files-attach = Adjuntar
files-stop = Detener
files-remove = Quitar
files-sending = Enviando
files-broken = Se cortó la conexión. El envío seguirá por sí solo.
files-large = Ocupa más de 8 MB.
files-ready = Adjuntado.
files-waiting = Tus archivos aún están en camino. El texto se enviará solo cuando lleguen.
files-back-to-text = Volver a tu texto

flash-file-attached = El archivo está adjunto. Tu texto se guarda como borrador hasta que lo envíes.
flash-file-deleted = El archivo se ha borrado.

files-refused-none = Elige primero un archivo.
files-refused-empty = El archivo está vacío.
files-refused-too-large = Un archivo puede ocupar 8 MB como máximo. Reduce la imagen o divide el documento.
files-refused-unknown = Este tipo de archivo no se admite. Envía PNG, JPEG, WebP, PDF, ODT, DOCX, XLSX o CSV.
files-refused-svg = Una imagen SVG puede contener programas y no se admite. Guárdala como PNG.
files-refused-gif = Las imágenes GIF no se admiten. Guarda la imagen como PNG.
files-refused-heic = Las fotos en HEIC o AVIF no se admiten. Guarda la foto como JPEG; en un iPhone, elige «Más compatible» en Ajustes, Cámara, Formatos.
files-refused-old-office = Los documentos en los formatos antiguos DOC, XLS y PPT no se admiten. Guarda el documento como DOCX, XLSX, ODT o PDF.
files-refused-macros = El documento contiene macros, programas incrustados o una plantilla remota. Guárdalo sin ellos o como PDF.
files-refused-encrypted = El documento está protegido con contraseña. Guárdalo sin ella.
files-refused-damaged = El archivo está dañado o incompleto. Ábrelo, guárdalo de nuevo y envía esa copia.
files-refused-encoding = La tabla no está en UTF-8 y se perderían letras. En Excel, guárdala como «CSV UTF-8».
files-refused-too-many-pixels = La imagen tiene más de 25 millones de píxeles, o más de 13 millones en color profundo. Redúcela.
files-refused-lossless = Las imágenes WebP sin pérdida se aceptan hasta 480 KB. Guárdala como PNG o JPEG.
files-refused-bomb = Al descomprimirse, el documento ocupa mucho más que los documentos normales, y no se admite.
files-refused-mixed = Aquí hay dos archivos en uno, y eso no se admite. Guarda el documento de nuevo.
files-refused-archive = Los archivos comprimidos no se admiten. Envía uno a uno los que contiene.
files-refused-full = Ahora mismo no hay sitio para archivos. Tu texto se conserva; inténtalo más tarde o avisa a quienes administran el sitio.
files-quota-full = Tus archivos ocuparían más sitio del que tiene aquí una persona. Borra algunos en Ajustes, Archivos.
files-named = Un texto menciona este archivo. Quítalo antes del texto; en su historial, el archivo se queda tanto tiempo como la redacción.
files-elsewhere = El archivo sigue en otro punto. Pregunta hasta dónde ha llegado.
files-piece-small = Cada parte tiene al menos 64 KiB, salvo la última.
files-attach-first = Pulsa primero «Adjuntar» para que el archivo vaya también. Lo que escribiste está abajo.
files-unknown = No hay ningún archivo tuyo así.
files-many = Un texto menciona como máximo { $n } archivos.
files-newcomer = Hasta que se aprueben tus primeros mensajes, un texto admite una imagen y ningún documento.
