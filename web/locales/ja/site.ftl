# Pages of the instance itself.

flash-page-written = ページを保存しました。
site-terms = 利用規約
site-privacy = プライバシー
site-contact = 連絡先
site-accessibility = アクセシビリティ
site-help = ヘルプ
site-since = 版の日付：
site-none = このサイトの運営者は、このページをまだ書いていません。
site-edit = このページを書く
site-all = このサイトのページ
site-all-lede = メンバーが同意する内容、保存される情報、連絡先です。提供できる言語ごとに各ページを書けます。ない言語では、サイトの言語で表示します。
site-written = 作成済み
site-missing = 未作成
site-edit-title = { $page }を書く
site-language = 言語
site-language-go = 移動
site-meanwhile = その間に別の人がこのページを書きました。あなたの文章は下にあり、何も上書きされていません。
site-meanwhile-text = 現在の内容
site-text = 本文
site-text-hint = Markdown：見出しは #、リストは -、リンクは [語句](アドレス)。本文を空にするとページを取り下げます。
site-text-long = 文章が64 KiBを超えています。短くしてください。
site-preview = プレビュー
