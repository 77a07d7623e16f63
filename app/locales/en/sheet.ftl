# A comparison as a file and on paper.

sheet-file = Download as CSV
sheet-paper = Open everything, for paper
sheet-columns = What the file’s columns hold
sheet-channel = The channel’s code, and the acquirer it rides on.
sheet-state = “priced”, or “not comparable” and why.
sheet-currency = The currency of every amount, which are decimals exact to its smallest unit.
sheet-volume = What a month’s payments come to.
sheet-month = What they cost in a month and in twelve.
sheet-difference = How much more that is than with the cheapest, in a month.
sheet-rate = The month’s cost as a share of the volume, in percent.
sheet-parts = The parts of the month’s cost; they add up to it.
sheet-waiting = What waiting for the money costs, on top.
sheet-rank = The place in the ranking; empty for channels that stand apart.
sheet-points = The points in the ranking, from 0 to 100.
sheet-claims = The ids of the claims it was reckoned by.
