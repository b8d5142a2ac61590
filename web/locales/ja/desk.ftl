# The moderators' desk: what weighs how much.
moderation-order = 順序
moderation-order-age = 古い順
moderation-order-score = 重みの大きい通報順
moderation-weight = 重み { $points }
moderation-weight-why = 重み { $points }：通報 1、通報者への信頼 { $trust }、これまでの通報 { $accuracy }（{ $judged } 件中 { $agreed } 件が正当）、害が続くもの { $bonus }。
