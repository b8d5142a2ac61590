# The moderators' desk: what weighs how much.
moderation-order = Order
moderation-order-age = Oldest first
moderation-order-score = Heaviest reports first
moderation-weight = Weight { $points }
moderation-weight-why = Weighs { $points }: 1 for the report, { $trust } for the trust in who made it, { $accuracy } for earlier reports ({ $agreed } of { $judged } were right), { $bonus } for what goes on doing harm.
