rates-room = Exchange rates
rates-title = What currencies are worth
rates-text = The comparison changes amounts from one currency into another by this table, as it stood on the day asked for. It is told in { $base }.
rates-current = What counts today
rates-worth = Worth
rates-from = From this day on
rates-from-hint = Such as 2026-11-23
rates-how-old = Age
rates-by = Entered by
rates-at = Entered at
rates-age =
    { $count ->
        [0] of today
        [one] { $shown } day old
       *[other] { $shown } days old
    }
rates-none = No exchange rate is kept
rates-none-text = Without one, channels whose prices are in another currency than the sale have no number.
rates-none-of = None was entered
rates-enter = Enter a day’s rates
rates-enter-text = Leave a field empty where the figure stays. To put a wrong one right, enter that day again: the last one entered counts, and both stay in the history.
rates-one = 1 { $currency }
rates-other = Another currency’s code
rates-other-hint = Such as KRW
rates-other-worth = What one of it is worth
rates-sure = These figures are meant as they stand
rates-submit = Enter these rates
rates-history = What was entered
rates-all = All
rates-counts = Counts
rates-counting = counts for its day
rates-corrected = put right later
rates-error-nothing = Enter at least one rate.
rates-error-to-come = This day is still to come. Enter what holds today or held before.
rates-error-long-ago = Enter a day from 2000-01-01 on.
rates-error-unknown = No currency has this code. Enter three letters of ISO 4217, like KRW.
rates-error-base = This is the table’s own currency: one of it is always worth one.
rates-error-twice = This currency stands here twice.
rates-error-zero = Enter more than nothing.
rates-error-decimals = Enter at most six decimals.
rates-error-too-large = One unit can’t be worth more than a million.
rates-error-leap = On that day { $before } held so far. If the new figure is right all the same, say so below.
