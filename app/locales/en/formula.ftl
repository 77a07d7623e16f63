# How a number of a comparison comes about.

formula-half-up = The shares of each payment are rounded together, half a unit up.
formula-half-even = The shares of each payment are rounded together, half a unit to the even one.
formula-up = The shares of each payment are rounded up together.
formula-down = The shares of each payment are rounded down together.
formula-waiting = Waiting for the money, on top: { $amount } = { $volume } × { $rate } a year × { $days } / 365 days
formula-changed = The sums are then changed from { $from } into { $to }, each once, at 1 { $from } = { $rate } { $to }, the rate kept for { $date }.
formula-sold-in = Payments in { $from } are first turned into { $to }, one by one, at 1 { $from } = { $rate } { $to }, the rate kept for { $date }.
formula-limits = least { $min }, most { $max } of a payment
formula-returned-all = the whole charge of the first { $count } payments
formula-returned-percent = the share of the first { $count } payments
formula-returned-fixed = the fixed fee of the first { $count } payments
formula-month = { $fee } a month
formula-short = what is short of { $least } a month
