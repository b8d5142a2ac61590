# The first ten minutes of a new site.

setup-title = 新しいサイト
setup-lede = 10分後には人を迎えられます。まずご自身から。あなたが管理者になります。
setup-you = あなた
setup-person = あなたの名前
setup-site = 名前と言語
setup-name = サイトの名前
setup-name-hint = すべてのページの上部とメールに表示されます。60文字まで。
setup-name-bad = 1文字から60文字の名前にしてください。
setup-language = 最後に使う言語
setup-language-hint = ページが読者の言語に対応していないときに使います。
setup-languages = ここで書かれる言語
setup-languages-hint = 投稿の言語はこの中から判別されます。
setup-languages-bad = 言語を一つ以上選んでください。
setup-begin = 始める
setup-list = 準備
setup-list-lede = 人を迎える前にサイトに必要なこと。途中で離れて戻っても何も失われません。
setup-done = 済み
setup-open = 未了
setup-step-name = 名前と言語
setup-step-name-text = サイトの名前は{ $site }です。
setup-step-name-way = 変更
setup-step-pages = 利用規約・プライバシー・連絡先
setup-step-pages-text = メンバーが同意する内容、保存される記録、メンバーや当局の連絡先です（デジタルサービス法 第11・12・14条）。サイトの言語でまだ書かれていないもの：
setup-step-pages-way = ページを書く
setup-step-spaces = スペース
setup-step-spaces-way = スペースを見る
setup-moderator = 最初のモデレーター
setup-moderator-text = 新しい人の投稿は人の確認を待つので、担当者が必要です。モデレーターにはメールが届き、メールのリンクでサインインします。
setup-moderator-button = モデレーターを追加
setup-moderator-name = モデレーターの名前
setup-letter = 自分宛てのメール
setup-letter-text = 確認、リンク、ダイジェストはメールで送られます。届くかどうか確かめてください。
setup-letter-files = メールはファイルとして保存され、誰にも届きません。設定の mail.url を指定してください。
setup-letter-button = 自分にメールを送る
setup-letter-sent = 送信
setup-letter-failed = メールは受け付けられませんでした：{ $why }
setup-address = アドレス
setup-address-text = サイトのアドレスは{ $address }です。
setup-address-bare = httpsでないと、パスワードが暗号化されずに送られます。TLSのプロキシを前に置き、server.public_url を設定してください。
setup-copies = 複製
setup-copies-text = 毎晩一つ作り（stoa backup DIR）、別の場所に保管し、一度は復元を試してください。方法は手引きにあります。
setup-copies-last = 最後の複製
setup-step-spaces-text = { $n ->
   *[other] { $n }個のスペースがあります。入れる人や書ける人を変えたり、追加したりできます。
}

flash-begun = ようこそ。次の手順はこちらです。
flash-invited = モデレーターを追加しました。メールを送信しています。
flash-tested = メールを送信しています。
