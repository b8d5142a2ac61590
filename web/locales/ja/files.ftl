# 文章に添付する写真と文書。

files-own = 自分のファイル
files-own-lede = 自分が送った写真と文書です。ファイルは、それを使っている文章を読む人が開けます。どの文章にも使われていないファイルは、自分だけが開くことができ、2日後に消えます。
files-own-used = { $quota }のうち{ $used }を使用しています。
files-own-none = まだファイルを送っていません。文章を書くときに「ファイル」から添付できます。
files-in-texts = 使っている文章：
files-in-text = 文章{ $n }
files-nowhere = どの文章にも使われていません。
files-in-draft = 下書きだけで使われています。
files-delete = 削除

files-button = ファイル
files-attach-heading = ファイルを添付
files-choose = 写真または文書
files-choose-note = PNG、JPEG、WebP、PDF、ODT、DOCX、XLSX、CSVを8 MBまで送れます。写真からは、撮影した場所と日時の情報が取り除かれます。
files-describe = 何の画像ですか
files-describe-note = 画像を見ることができない人のためと、翻訳のために使います。
files-describe-ask = この画像を見ることができない人もいます。何の画像かを1文で書いてください。説明を付けない場合は、もう一度送信してください。
files-attach = 添付
files-stop = 中止
files-remove = 外す
files-sending = 送信中
files-broken = 接続が切れました。送信は自動で再開します。
files-large = 8 MBを超えています。
files-ready = 添付しました。
files-waiting = ファイルを送信中です。届きしだい、文章は自動で送られます。
files-back-to-text = 文章に戻る

flash-file-attached = ファイルを添付しました。文章は、送信するまで下書きに保存されています。
flash-file-deleted = ファイルを削除しました。

files-refused-none = 先にファイルを選んでください。
files-refused-empty = ファイルが空です。
files-refused-too-large = ファイルは8 MBまでです。画像を小さくするか、文書を分けると送れます。
files-refused-unknown = この種類のファイルは受け付けていません。PNG、JPEG、WebP、PDF、ODT、DOCX、XLSX、CSVのどれかで送ってください。
files-refused-svg = SVG画像にはプログラムを入れられるため、受け付けていません。PNGで保存すると送れます。
files-refused-gif = GIF画像は受け付けていません。PNGで保存すると送れます。
files-refused-heic = HEICやAVIFの写真は受け付けていません。JPEGで保存すると送れます。iPhoneでは、「設定」、「カメラ」、「フォーマット」の順に開き、「互換性優先」を選んでください。
files-refused-old-office = 古い形式のDOC、XLS、PPTの文書は受け付けていません。DOCX、XLSX、ODT、PDFのどれかで保存すると送れます。
files-refused-macros = 文書にマクロ、埋め込みプログラム、または外部のテンプレートが含まれています。それらを除いて保存するか、PDFで保存してください。
files-refused-encrypted = 文書がパスワードで保護されています。パスワードなしで保存してください。
files-refused-damaged = ファイルが壊れているか、不完全です。開いて保存し直したものを送ってください。
files-refused-encoding = 表がUTF-8ではないため、文字が失われます。Excelでは「CSV UTF-8」として保存してください。
files-refused-too-many-pixels = 画像が2,500万画素(ディープカラーでは1,300万画素)を超えています。小さくしてください。
files-refused-lossless = 可逆圧縮のWebP画像は480 KBまでです。PNGかJPEGで保存してください。
files-refused-bomb = 文書を展開すると、通常の文書よりはるかに大きくなるため、受け付けていません。
files-refused-mixed = 1つのファイルに2つのファイルが入っているため、受け付けていません。文書を保存し直してください。
files-refused-archive = アーカイブは受け付けていません。中のファイルを1つずつ送ってください。
files-refused-full = 現在、ファイルを保存する空きがありません。文章は残っています。あとでもう一度試すか、管理者に知らせてください。
files-quota-full = ファイルの合計が、1人が使える容量を超えます。「設定」の「ファイル」でいくつか削除してください。
files-named = このファイルは文章で使われています。先に文章から外してください。変更の履歴では、使っている文面が残っている間、ファイルも残ります。
files-elsewhere = ファイルの続きは別の位置からです。どこまで届いているかを問い合わせてください。
files-piece-small = 各部分は、最後を除き64 KiB以上です。
files-attach-first = ファイルも送るには、先に「添付」を押してください。書いた内容は下に残っています。
files-unknown = 自分のファイルの中に、そのようなファイルはありません。
files-many = 1つの文章で使えるファイルは{ $n }個までです。
files-newcomer = 最初の投稿が承認されるまで、1つの文章に添付できるのは画像1枚だけで、文書は添付できません。
