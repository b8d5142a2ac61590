# Photographs and documents that people attach to their texts.

files-own = Your files
files-own-lede = Photographs and documents that you have sent. Each opens for whoever reads a text that names it. One that no text names opens for you alone and goes after two days.
files-own-used = { $used } of { $quota } used.
files-own-none = You have not sent a file yet. In every text, “File” attaches one.
files-in-texts = In your texts:
files-in-text = text { $n }
files-nowhere = No text names it.
files-in-draft = Only a draft names it.
files-delete = Delete

files-button = File
files-attach-heading = Attach a file
files-choose = Photograph or document
files-choose-note = PNG, JPEG, WebP, PDF, ODT, DOCX, XLSX or CSV, up to 8 MB. A photograph no longer says where and when it was taken.
files-describe = What does the picture show?
files-describe-note = For people who cannot see it, and for the translation.
files-describe-ask = Somebody cannot see this picture. Say in a sentence what it shows, or send once more to leave it undescribed.
files-attach = Attach
files-stop = Stop
files-remove = Remove
files-sending = Sending
files-broken = The connection broke. It goes on by itself.
files-large = It is larger than 8 MB.
files-ready = Attached.
files-waiting = Your files are still on their way. The text is sent by itself when they are there.
files-back-to-text = Back to your text

flash-file-attached = The file is attached. Your text is kept as a draft until you send it.
flash-file-deleted = The file is deleted.

files-refused-none = Choose a file first.
files-refused-empty = The file is empty.
files-refused-too-large = A file may be 8 MB at most. Make the picture smaller, or divide the document.
files-refused-unknown = Files of this kind are not taken. Send PNG, JPEG, WebP, PDF, ODT, DOCX, XLSX or CSV.
files-refused-svg = An SVG picture can hold programs and is not taken. Save it as PNG.
files-refused-gif = GIF pictures are not taken. Save it as PNG.
files-refused-heic = Photographs in HEIC or AVIF are not taken. Save it as JPEG; on an iPhone, choose “Most Compatible” under Settings, Camera, Formats.
files-refused-old-office = Documents in the old formats DOC, XLS and PPT are not taken. Save it as DOCX, XLSX, ODT or PDF.
files-refused-macros = The document holds macros, embedded programs or a remote template. Save it without them, or as PDF.
files-refused-encrypted = The document is locked with a password. Save it without one.
files-refused-damaged = The file is damaged or not complete. Open it, save it anew and send that.
files-refused-encoding = The table is not in UTF-8, so letters would be lost. In Excel, save it as “CSV UTF-8”.
files-refused-too-many-pixels = The picture has more than 25 million pixels, or more than 13 million in deep colour. Make it smaller.
files-refused-lossless = WebP pictures packed without loss are taken up to 480 KB. Save it as PNG or JPEG.
files-refused-bomb = The document unpacks to far more than documents do, and is not taken.
files-refused-mixed = There are two files in one here, and that is not taken. Save the document anew.
files-refused-archive = Archives are not taken. Send the files in it one by one.
files-refused-full = There is no room for files at the moment. Your text is kept; try again later or tell an administrator.
files-quota-full = Your files would take more room than one person has here. Delete some under Settings, Files.
files-named = A text names this file. Take it out of the text first; in its history the file stays as long as the wording.
files-elsewhere = The file goes on at another place. Ask how far it has come.
files-piece-small = A piece has at least 64 KiB, unless it is the last.
files-attach-first = Press “Attach” first, so that the file comes along. What you wrote is kept below.
files-unknown = There is no such file of yours.
files-many = A text names at most { $n } files.
files-newcomer = Until your first posts are approved, a text takes one picture and no document.
