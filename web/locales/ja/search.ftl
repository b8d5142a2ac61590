# Looking for threads and replies.

search-title = 検索
search-title-of = { $words } · 検索
search-words = 検索語
search-words-hint = すべての語を含む文章を探します。半角の"引用符"で囲んだ語は、その並びのまま探します。前に半角のマイナスを付けた語を含む文章は除きます。
search-find = 検索
search-found = 検索結果
search-none = 閲覧できる範囲には、「{ $words }」の語で書かれた文章はありません。
search-half = すべての語を含む文章はありません。次の文章は、少なくとも半分を含んでいます。
search-more = さらに表示
search-making = 現在、検索用の語の一覧を作成しています。完了するまでは、一部が見つからないことがあります。
search-narrow = 絞り込み
search-in = 検索の対象
search-in-all = スレッドと返信
search-in-threads = タイトルと最初の投稿
search-in-replies = 返信
search-in-unknown = 検索の対象に使える値は、all、threads、repliesです
search-reply = 返信{ $n }
