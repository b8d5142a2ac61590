# Cities: the list, a city's page, facts in words.

## The list

exchange-list-title = 都市
exchange-list-lede = 交流に参加している都市です。EUの「気候中立でスマートな都市」ミッションの都市と、世界の都市があります。
exchange-list-choose = 都市の絞り込み
exchange-list-name = 名前
exchange-list-find = 検索
exchange-list-side = 種類
exchange-side-all = すべての都市
exchange-side-mission = ミッション都市
exchange-side-world = 世界の都市
exchange-list-region = 地域
exchange-list-region-all = すべての地域
exchange-list-region-in = – { $region }
exchange-list-country = 国
exchange-list-country-all = すべての国
exchange-list-invented = デモの架空の都市を含める
exchange-list-show = 表示
exchange-list-all = すべての都市を表示
exchange-list-count = { $n }都市
exchange-list-people = 人口{ $people }人
exchange-list-none = この条件に合う都市はありません。一覧にない都市は、その都市の人が参加登録するときに名前で追加できます。
exchange-sources = 場所と人口：GeoNames（geonames.org）、ライセンスCC BY 4.0、抜粋、一部は名称を変更。気候区分：ケッペンとガイガーの分類、Rubelらによる。ネットワークとミッション都市：各ネットワーク、各都市、欧州委員会の発表。言語：Unicode CLDR。地域：国連M49。

## A city

exchange-city-parts = このページの内容
exchange-city-facts = 基本情報
exchange-city-threads = スレッド
exchange-city-people = 参加者
exchange-city-beside = この都市について
exchange-city-languages = 使用言語
exchange-city-networks = ネットワーク
exchange-city-aliases = 別の名称
exchange-city-invented = この都市はデモのための架空の都市です。
exchange-city-pending = この都市は名前で追加されました。モデレーターが確認してから一覧に載ります。それまでは、追加した人だけがこのページを見られます。
exchange-city-threads-none = この都市のスレッドはまだありません。
exchange-city-threads-more = 以前のスレッド
exchange-city-spaces = スペースを見る
exchange-city-people-none = この都市からの参加者はまだいません。
exchange-city-people-more = ほか{ $n }人
exchange-label-awarded = EUミッションラベルを取得
exchange-label-awarded-on = EUミッションラベルを取得（発表：{ $date }）
exchange-label-not-confirmed = EUミッションラベルの発表は見つかっていません
exchange-label-source = 出典
exchange-unknown = 不明
exchange-fact-people = 人口
exchange-fact-climate = 気候
exchange-fact-income = 国の所得水準
exchange-fact-income-of = 世界銀行の区分
exchange-income-low = 低所得
exchange-income-lower-middle = 下位中所得
exchange-income-upper-middle = 上位中所得
exchange-income-high = 高所得

## Adding a city by name

exchange-name-empty = 都市名が必要です
exchange-name-long = 長すぎます。都市名は120文字までです
exchange-name-bad = 都市名として読み取れません。文字を含み、アドレスを含まない名前が必要です
exchange-country-unknown = 国は一覧から選びます
exchange-region-unknown = このコードの地域はありません。地域は154や202のような国連のコードで指定します
exchange-claim-twin = 同じ都市がその後追加されたため、決定はそちらの案件で行います

## Networks

exchange-network-c40 = C40（世界大都市気候先導グループ）
exchange-network-iuc = 国際都市間協力（IUC、2017～2020年）
exchange-network-iurc = 国際都市地域間協力（IURC）
exchange-network-utm = 都市移行ミッション（UTM）
exchange-network-gcom = 世界気候エネルギー首長誓約（GCoM）

## Months

exchange-month-1 = { $year }年1月
exchange-month-2 = { $year }年2月
exchange-month-3 = { $year }年3月
exchange-month-4 = { $year }年4月
exchange-month-5 = { $year }年5月
exchange-month-6 = { $year }年6月
exchange-month-7 = { $year }年7月
exchange-month-8 = { $year }年8月
exchange-month-9 = { $year }年9月
exchange-month-10 = { $year }年10月
exchange-month-11 = { $year }年11月
exchange-month-12 = { $year }年12月

## Regions (United Nations M49)

exchange-region-002 = アフリカ
exchange-region-009 = オセアニア
exchange-region-019 = 南北アメリカ
exchange-region-142 = アジア
exchange-region-150 = ヨーロッパ
exchange-region-005 = 南アメリカ
exchange-region-011 = 西アフリカ
exchange-region-013 = 中央アメリカ
exchange-region-014 = 東アフリカ
exchange-region-015 = 北アフリカ
exchange-region-017 = 中部アフリカ
exchange-region-018 = 南部アフリカ
exchange-region-021 = 北アメリカ
exchange-region-029 = カリブ海地域
exchange-region-030 = 東アジア
exchange-region-034 = 南アジア
exchange-region-035 = 東南アジア
exchange-region-039 = 南ヨーロッパ
exchange-region-053 = オーストラリアとニュージーランド
exchange-region-054 = メラネシア
exchange-region-057 = ミクロネシア
exchange-region-061 = ポリネシア
exchange-region-143 = 中央アジア
exchange-region-145 = 西アジア
exchange-region-151 = 東ヨーロッパ
exchange-region-154 = 北ヨーロッパ
exchange-region-155 = 西ヨーロッパ
exchange-region-202 = サハラ以南のアフリカ
exchange-region-419 = ラテンアメリカとカリブ海地域

## Climates after Köppen and Geiger

exchange-koppen-af = 高温、一年を通じて雨
exchange-koppen-am = 高温、モンスーン
exchange-koppen-as = 高温、夏は乾燥
exchange-koppen-aw = 高温、冬は乾燥
exchange-koppen-bwh = 高温の砂漠
exchange-koppen-bwk = 寒冷な砂漠
exchange-koppen-bsh = 高温、半乾燥
exchange-koppen-bsk = 寒冷、半乾燥
exchange-koppen-csa = 冬は温和、夏は暑く乾燥
exchange-koppen-csb = 冬は温和、夏は温暖で乾燥
exchange-koppen-csc = 冬は温和、夏は涼しく乾燥
exchange-koppen-cwa = 冬は温和で乾燥、夏は暑い
exchange-koppen-cwb = 冬は温和で乾燥、夏は温暖
exchange-koppen-cwc = 冬は温和で乾燥、夏は涼しい
exchange-koppen-cfa = 冬は温和、夏は暑く湿潤
exchange-koppen-cfb = 冬は温和、夏は温暖、乾季なし
exchange-koppen-cfc = 冬は温和、夏は涼しい、乾季なし
exchange-koppen-dsa = 冬は寒い、夏は暑く乾燥
exchange-koppen-dsb = 冬は寒い、夏は温暖で乾燥
exchange-koppen-dsc = 冬は寒い、夏は涼しく乾燥
exchange-koppen-dsd = 冬は厳寒、夏は涼しく乾燥
exchange-koppen-dwa = 冬は寒く乾燥、夏は暑い
exchange-koppen-dwb = 冬は寒く乾燥、夏は温暖
exchange-koppen-dwc = 冬は寒く乾燥、夏は涼しい
exchange-koppen-dwd = 冬は厳寒で乾燥、夏は涼しい
exchange-koppen-dfa = 冬は寒い、夏は暑く湿潤
exchange-koppen-dfb = 冬は寒い、夏は温暖、乾季なし
exchange-koppen-dfc = 冬は寒い、夏は涼しい、乾季なし
exchange-koppen-dfd = 冬は厳寒、夏は涼しい、乾季なし
exchange-koppen-et = ツンドラ
exchange-koppen-ef = 一年中氷雪
