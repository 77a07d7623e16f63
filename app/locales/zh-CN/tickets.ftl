# The effective rate over the ticket.

tickets-title = 不同客单价下的综合费率
tickets-home = 按境内支付计算，这是本交易的主要部分。客单价越高，固定费占比越小。
tickets-abroad = 按境外支付计算，这是本交易的主要部分。客单价越高，固定费占比越小。
tickets-foreign = 按境外外币支付计算，这是本交易的主要部分。客单价越高，固定费占比越小。
tickets-chart = 综合费率随客单价的变化，圆点为平衡客单价
tickets-table = 不同客单价下的综合费率
tickets-always-less = 无论客单价多少，{ $first }都比{ $other }便宜。
tickets-always-equal = 无论客单价多少，{ $first }与{ $other }费用相同。
tickets-always-more = 无论客单价多少，{ $first }都比{ $other }贵，总额的差别来自每月的其他费用。
tickets-from-less = 客单价达到 { $ticket } 后，{ $first }比{ $other }便宜。
tickets-from-equal = 客单价达到 { $ticket } 时，{ $first }与{ $other }费用相同。
tickets-from-more = 客单价达到 { $ticket } 后，{ $first }比{ $other }贵。
tickets-none-graduated = { $channel }没有曲线：其费率取决于此前的交易。
tickets-none-missing = { $channel }没有曲线：部分数据未公布。
tickets-none-exchange = { $channel }没有曲线：汇率表中没有 { $from } 兑 { $to } 的汇率。
