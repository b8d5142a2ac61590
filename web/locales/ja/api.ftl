# The page about the API.

api-title = API
api-lede = これらのページでできることはすべて、手元のソフトウェアからも行えます。以下の文はコードから生成され、英語で書かれています。
api-document = 同じ内容のOpenAPI 3.1文書
api-required = 必須
api-body = 本文：
api-schemas = データの構造
