# How a number of a comparison comes about.

formula-half-up = 每笔的各项比例费合并后四舍五入。
formula-half-even = 每笔的各项比例费合并后按四舍六入五成双取整。
formula-up = 每笔的各项比例费合并后向上取整。
formula-down = 每笔的各项比例费合并后向下取整。
formula-waiting = 另计资金占用：{ $amount } = { $volume } × 年成本 { $rate } × { $days } / 365 天
formula-changed = 各项合计再由 { $from } 换算为 { $to }，各换算一次：1 { $from } = { $rate } { $to }（{ $date } 的汇率）。
formula-sold-in = { $from } 交易先逐笔换算为 { $to }：1 { $from } = { $rate } { $to }（{ $date } 的汇率）。
formula-limits = 单笔最低 { $min }，最高 { $max }
formula-returned-all = 退还前 { $count } 笔的全部手续费
formula-returned-percent = 退还前 { $count } 笔的比例费
formula-returned-fixed = 退还前 { $count } 笔的固定费
formula-month = 每月 { $fee }
formula-short = 补足每月 { $least }
