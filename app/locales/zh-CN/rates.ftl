rates-room = 汇率
rates-title = 汇率表
rates-text = 渠道比较按所选日期的汇率换算不同币种的金额。本表以{ $base }计价。
rates-current = 当前汇率
rates-worth = 汇率
rates-from = 生效日期
rates-from-hint = 例如 2026-11-23
rates-how-old = 更新情况
rates-by = 录入人
rates-at = 录入时间
rates-age =
    { $count ->
        [0] 今天更新
       *[other] { $shown } 天前的汇率
    }
rates-none = 还没有汇率
rates-none-text = 没有汇率时，价格币种与交易币种不同的渠道无法计算。
rates-none-of = 没有录入记录
rates-enter = 录入某一天的汇率
rates-enter-text = 不变的汇率留空即可。要更正某天的汇率，请按同一日期重新录入：以最后录入的为准，两条记录都会保留。
rates-one = 1 { $currency }
rates-other = 其他币种代码
rates-other-hint = 例如 KRW
rates-other-worth = 该币种 1 个单位的价值
rates-sure = 已核对，数值无误
rates-submit = 录入汇率
rates-history = 录入记录
rates-all = 全部
rates-counts = 状态
rates-counting = 当日有效
rates-corrected = 已被更正
rates-error-nothing = 请至少录入一个汇率。
rates-error-to-come = 该日期尚未到来。请录入今天或以前的汇率。
rates-error-long-ago = 日期不能早于 2000-01-01。
rates-error-unknown = 没有这个币种代码。请输入 ISO 4217 的三个字母，例如 KRW。
rates-error-base = 这是本表的计价币种，汇率恒为 1。
rates-error-twice = 该币种重复出现。
rates-error-zero = 必须大于零。
rates-error-decimals = 最多六位小数。
rates-error-too-large = 1 个单位的价值不能超过一百万。
rates-error-leap = 该日此前的汇率为 { $before }，相差过大。如确认无误，请在下方勾选确认。
