# Letters: subject, words, reasons, ways out. `$site` is the instance's name.

letters-hello = { $name }さん、こんにちは。
letters-footer-account = このメールはアカウントに関するもので、停止できません。
letters-footer-decision = 文章についての決定とその理由は、必ず投稿者に伝えます。
letters-footer-approval = あなたの文章が承認されたため、このメールが届いています。

# Confirm the address
letters-confirm-subject = { $site }のアドレスの確認
letters-confirm-preheader = ボタンを押すと、サインインできるようになります。
letters-confirm-lead = このアドレスで{ $site }への参加登録がありました。ご自身の登録であれば、アドレスの確認を済ませるとサインインでき、最初の投稿をモデレーターが読めるようになります。
letters-confirm-button = このアドレスを確認
letters-confirm-after = リンクは7日間使えます。心当たりがない場合は、何もする必要はありません。確認がなければアカウントは削除されます。

# The address has an account
letters-known-subject = { $site }にはすでにアカウントがあります
letters-known-preheader = このアドレスで参加登録の操作がありました。
letters-known-lead = 先ほど、このアドレスで{ $site }に参加登録する操作がありました。すでにアカウントがあるため、何も変更していません。
letters-known-button = サインイン
letters-known-after = パスワードを忘れた場合は、同じページでサインイン用のリンクを受け取れます。心当たりがない場合は、何もする必要はありません。

# Sign in
letters-sign-in-subject = { $site }のサインイン用リンク
letters-sign-in-preheader = 15分間、1回だけ使えます。
letters-sign-in-lead = このリンクでサインインできます。15分間、1回だけ使えます。
letters-sign-in-button = サインイン
letters-sign-in-after = 心当たりがない場合は、何もする必要はありません。このメールがなければ、誰もサインインできません。

# A new password
letters-reset-subject = { $site }の新しいパスワードの設定
letters-reset-preheader = リンクは1時間、1回だけ使えます。
letters-reset-lead = このアカウントに新しいパスワードを設定する手続きがありました。リンクは1時間、1回だけ使えます。
letters-reset-button = 新しいパスワードを設定
letters-reset-after = 心当たりがない場合、パスワードはそのままで、何もする必要はありません。

letters-password-subject = { $site }のパスワードが変更されました
letters-password-preheader = ほかの端末はすべてサインアウトしました。
letters-password-lead = パスワードが{ $when }に変更されました。ほかの端末はサインアウトしました。
letters-password-button = 自分ではないので、新しいパスワードを設定
letters-password-after = ご自身による変更であれば、何もする必要はありません。

letters-erased-subject = { $site }のアカウントを消去しました
letters-erased-preheader = 名前、アドレス、設定は消えました。ファイルに残る痕跡も1日以内に消えます。
letters-erased-lead = { $when }に、ご依頼により{ $site }のアカウントを消去しました。これが最後のメールです。アドレスはどこにも保存されていません。
letters-erased-button = 自分ではありません
letters-erased-after = ご自身の依頼でない場合は、サイトの運営者にご連絡ください。

letters-invited-subject = { $site }のモデレーターになりました
letters-invited-preheader = 管理者があなたを追加しました。
letters-invited-lead = { $site }にモデレーターとして追加されました。新しい人の投稿が確認を待っています。
letters-invited-button = メールのリンクでサインイン
letters-invited-after = このアドレスでリンクを請求してください。パスワードは後で設定できます。

letters-test-subject = { $site }からのメール
letters-test-preheader = メールは届きます。
letters-test-lead = { $when }にご依頼のメールです。これが読めれば、{ $site }からのメールは届いています。
letters-test-button = 準備に戻る
letters-test-after = ソースもご覧ください。署名（DKIM）と送信元（SPF）が正しいか確認できます。

# Decisions
letters-approved-subject = あなたの投稿が公開されました：{ $title }
letters-approved-subject-neutral = あなたの投稿が公開されました
letters-approved-preheader = モデレーターが読み、誰でも読めるようになりました。
letters-approved-lead = モデレーターがあなたの投稿を読み、誰でも読めるようになりました。
letters-approved-edit-lead = モデレーターがあなたの新しい文面を読み、誰でも読めるようになりました。
letters-approved-welcome = { $site }へようこそ。ご参加をうれしく思います。都市はほかの都市の試みから学びます。あなたの都市もその輪に加わりました。
letters-approved-button = 投稿を見る
letters-revise-subject = 修正の依頼があります：{ $title }
letters-revise-subject-neutral = あなたの投稿に修正の依頼があります
letters-revise-lead = モデレーターがあなたの投稿を読み、公開の前に修正を依頼しています。文章は保存されています。修正すると、同じモデレーターたちのもとに戻ります。
letters-revise-button = 文章を修正
letters-declined-subject = あなたの投稿の公開は見送られました：{ $title }
letters-declined-subject-neutral = あなたの投稿の公開は見送られました
letters-declined-lead = モデレーターがあなたの投稿を読み、公開を見送ることに決めました。文章は下書きに保存されています。
letters-declined-button = 下書きを開く
letters-city-approved-subject = { $city }が都市の一覧に加わりました
letters-city-approved-lead = あなたが入力した都市「{ $city }」が確認されました。誰でも見られるようになりました。
letters-city-declined-subject = { $city }は都市の一覧に追加されませんでした
letters-city-declined-lead = あなたが入力した都市「{ $city }」は追加されませんでした。プロフィールで別の都市を選べます。
letters-city-button = プロフィールを開く
letters-decision-reason = 理由
letters-decision-rule = 根拠となるルール
letters-decision-note = モデレーターの言葉
letters-decision-statement = 決定の全文と、異議を申し立てる方法

# Posts
letters-reply-question-subject = { $name }さんがあなたの質問に回答しました
letters-reply-thread-subject = { $name }さんがあなたのスレッドに返信しました
letters-reply-post-subject = { $name }さんがあなたに返信しました
letters-reply-watched-subject = { $name }さんが返信しました：{ $title }
letters-reply-question-many = あなたの質問への新着：{ $name }さんの投稿ほか{ $n }件
letters-reply-many = { $name }さんの投稿ほか{ $n }件：{ $title }
letters-opened-subject = { $name }さんがスレッドを始めました：{ $title }
letters-mention-subject = { $name }さんがあなたをメンションしました
letters-quote-subject = { $name }さんがあなたの投稿を引用しました
letters-folded-subject = 今日はほかに{ $n }件の返信があります
letters-neutral-subject = 所属するスペースに{ $n }件の新しい投稿があります
letters-posts-read = 読んで返信する
letters-posts-more = このスレッドにはほかに{ $n }件あります。

letters-why-mentioned = あなたがメンションされたため、このメールが届いています。
letters-why-quoted = あなたの投稿が引用されたため、このメールが届いています。
letters-why-replied = あなたの投稿に返信があったため、このメールが届いています。
letters-why-your-thread = あなたが始めたスレッドのため、このメールが届いています。
letters-why-watches-thread = このスレッドをフォローしているため、このメールが届いています。
letters-why-watches-space = スペース「{ $space }」をフォローしているため、このメールが届いています。
letters-why-watches-city = この都市をフォローしているため、このメールが届いています。
letters-why-watches-theme = そのテーマをフォローしているため、このメールが届いています。
letters-why-watches-person = 書いた人をフォローしているため、このメールが届いています。
letters-why-folded = 今日はメールが多かったため、まとめて届いています。

letters-leave-thread = このスレッドから離れる
letters-leave-space = このスペースのフォローをやめる
letters-leave-city = この都市のフォローをやめる
letters-leave-person = この人のフォローをやめる
letters-leave-replies = 返信のメールを停止
letters-leave-mentions = メンションのメールを停止
letters-leave-digest = ダイジェストを停止
letters-leave-everything = すべてのメールを停止
letters-change = 受け取るものを変更

# People and places, in words
letters-person-city = { $city }の{ $name }
letters-person-mission = { $city }（{ $country }、ミッション都市）
letters-person-world = { $city }（{ $country }）
letters-person-former = 元メンバー

# Digest
letters-digest-subject-question = { $name }さんがあなたの質問に回答しました
letters-digest-subject-thread = { $name }さんがあなたのスレッドに返信しました
letters-digest-subject-post = { $name }さんがあなたに返信しました
letters-digest-subject-mention = { $name }さんがあなたをメンションしました
letters-digest-subject-quote = { $name }さんがあなたの投稿を引用しました
letters-digest-subject-followed = { $name }さんが「{ $title }」に投稿しました
letters-digest-subject-city = あなたの都市の新着：{ $title }
letters-digest-subject-need = { $name }さんが求めています：{ $title }
letters-digest-subject-neutral = スペースの新着
letters-digest-also = ほかに：{ $rest }
letters-digest-also-replies = あなた宛ての投稿{ $n }件
letters-digest-also-followed = フォロー中の{ $n }件のスレッドの新着
letters-digest-also-needs = ほかの人が求めること{ $n }件
letters-digest-also-open = 回答を待つ質問{ $n }件
letters-digest-for-you = あなた宛て
letters-digest-followed = フォロー中
letters-digest-city = あなたの都市から
letters-digest-needs = ほかの人が求めること
letters-digest-unanswered = まだ誰も回答していない質問
letters-digest-new = { $n }件の新しい投稿、最新は{ $name }さん
letters-digest-read = 読んで返信する
letters-digest-why-mentioned = あなたをメンションしました
letters-digest-why-quoted = あなたの投稿を引用しました
letters-digest-why-replied = あなたに返信しました
letters-digest-why-your-thread = あなたのスレッドに返信しました
letters-kind-question = 質問
letters-kind-experience = 経験
letters-kind-need = 求めること
letters-kind-offer = 提供できること
letters-kind-announcement = お知らせ
letters-kind-dialogue-followup = 対話のあと
letters-digest-footer-weekly = 伝えることがあるとき、{ $weekday }の{ $clock }（ご自身のタイムゾーン）に届きます。
letters-digest-footer-daily = 伝えることがあるとき、毎日{ $clock }（ご自身のタイムゾーン）に届きます。

# The last digest after a long absence
letters-farewell-subject = これからもメールを送りますか
letters-farewell-preheader = { $site }の利用が半年間なかったため、ダイジェストはここで終わります。
letters-farewell-lead = { $site }の利用が半年間なかったため、このメールが最後のダイジェストです。アカウントと投稿はそのまま残ります。
letters-farewell-button = ダイジェストを再開
letters-farewell-after = 何もしなければ、次のメールは届きません。

# Texts in other languages
letters-translated = { $language }、機械翻訳
letters-translated-by-people = { $language }、翻訳
