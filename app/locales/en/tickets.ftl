# The effective rate over the ticket.

tickets-title = Effective rate by ticket
tickets-home = For payments from within the country, the most of this mix. Fixed fees weigh less as the ticket grows.
tickets-abroad = For payments from abroad, the most of this mix. Fixed fees weigh less as the ticket grows.
tickets-foreign = For payments from abroad in a foreign currency, the most of this mix. Fixed fees weigh less as the ticket grows.
tickets-chart = Effective rate over the ticket; a dot is a break-even ticket
tickets-table = Effective rate by ticket
tickets-always-less = { $first } costs less than { $other } at every ticket.
tickets-always-equal = { $first } and { $other } cost the same at every ticket.
tickets-always-more = { $first } costs more than { $other } at every ticket; what else the month costs makes the difference.
tickets-from-less = From { $ticket } on, { $first } costs less than { $other }.
tickets-from-equal = From { $ticket } on, { $first } and { $other } cost the same.
tickets-from-more = From { $ticket } on, { $first } costs more than { $other }.
tickets-none-graduated = { $channel } has no line: its share depends on the payments before.
tickets-none-missing = { $channel } has no line: not all of its figures are published.
tickets-none-exchange = { $channel } has no line: no rate from { $from } to { $to } is kept.
