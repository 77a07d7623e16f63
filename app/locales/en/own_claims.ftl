fees-claim-any = Any
fees-claim-choose = Choose one
fees-claim-about = What it is about
fees-claim-industry-hint = Merchant category codes with spaces between: 5814 5812. Leave empty for all.
fees-claim-figures-hint = Amounts are in the currency chosen above. Enter 0 for what costs nothing. Leave empty what is not known: a comparison that needs it then says so.
fees-claim-payment = For each payment
fees-claim-steps = Steps
fees-claim-tiers-kind = How the month’s volume counts
fees-claim-tiers-none = No steps by volume
fees-claim-tiers-whole = The step of the whole volume holds for every payment
fees-claim-tiers-graduated = Each part of the volume has its own share
fees-claim-tiers-hint = One step a line: the volume up to which it goes, a space, its share in percent. The last line is a share alone. A question mark stands for a share that is not known.
fees-claim-dispute-hint = One step a line: the share of disputed payments in percent up to which it goes, a space, the fee. The last line is a fee alone. Leave empty where disputes cost nothing; a question mark stands for a fee that is not known.
fees-claim-refund-fee = Fee of a refund
fees-claim-returns-percent = The share is given back
fees-claim-returns-fixed = The fixed fee is given back
fees-claim-month = The month, tax and settlement
fees-claim-rounding = Rounding
fees-claim-rounding-half-up = Half up
fees-claim-rounding-half-even = Half to even
fees-claim-rounding-up = Always up
fees-claim-rounding-down = Always down
fees-claim-error-industry = Enter codes of the list of merchant categories, at most 100.
fees-claim-error-line = Line { $line }: enter a limit, a space and a figure; in the last line the figure alone.
fees-claim-error-steps = Line { $line }: limits rise from line to line, and the last line alone has none.
fees-claim-error-many = Enter at most 100 steps.
fees-claim-error-min = The least is above the most.
fees-claim-error-tiers = Enter the steps, or choose that there are none.
fees-claim-error-tiers-kind = Choose how the steps count.
fees-min = At least for a payment
fees-monthly = Fee of a month
fees-monthly-minimum = Least bill of a month
fees-own-name = Own contract { $contract }
fees-own-error-unknown = Not a word that is known here.
fees-own-error-figures = The figures contradict each other: steps rise and end without a limit, and the least is not above the most.
fees-own-error-date = Enter a date from 2000 to 2100.
fees-own-error-to = Enter a date that is not before the first day.
fees-own-error-read = Enter a date that is not in the future.
fees-own-error-contract = Enter the contract’s number, at most 100 characters in one line.
fees-own-error-page = Enter the page, at most 50 characters in one line.
fees-own-error-address = Enter an address that begins with https:// or http://.
fees-own-error-note = Enter at most 500 characters in one line.
fees-own-error-overlap = Another claim of the same series holds or waits on one of these days. Open it and propose its successor, or choose other days.
fees-own-error-moved-on = The claim whose place this one takes has moved on: look at its page again.
fees-own-error-series = A successor has the dimensions and the contract of the claim whose place it takes.
fees-own-error-after = A successor begins after the first day of the claim whose place it takes.
fees-own-error-reason = Enter the reason.
fees-own-error-reason-long = Enter at most 500 characters.
fees-own-why-proposer = You proposed it: another person answers.
fees-own-why-answered = It has been answered.
fees-own-why-not-approver = Only admins and senior reviewers answer.
fees-own-why-has-file = It has a file already. Decline it and propose it again with another one.
audit-group-fee-claim = Fee claims
audit-fee-claim-proposed = Proposed a fee claim
audit-fee-claim-approved = Approved a fee claim
audit-fee-claim-declined = Declined a fee claim
audit-fee-claim-file-added = Added the contract to a fee claim
audit-detail-supersedes = Takes the place of
audit-field-claim-days = Days of a current fee claim
fees-room-claims = Own claims
fees-own-title = Own claims
fees-own-text = What your own contracts with channels say. One person proposes a claim, another one approves it; from then on it comes before published prices wherever you compare. Merchants never see it.
fees-own-propose = Propose a claim
fees-own-import = Import
fees-own-export-csv = Export as CSV
fees-own-export-json = Export as JSON
fees-own-shown = Which
fees-own-shown-standing = In force
fees-own-shown-waiting = Waiting
fees-own-shown-past = Past
fees-own-import-waits =
    { $count ->
        [one] An import of { $count } claim waits for you
       *[other] An import of { $count } claims waits for you
    }
fees-own-import-waits-text = Look at each of them, then approve them together.
fees-own-import-approve = Approve the import
fees-own-figures = Figures
fees-own-days = In force
fees-own-contract = Contract
fees-own-source = { $contract }, page { $page }
fees-own-place = Status
fees-own-proposed-by = Proposed by
fees-own-answered-by = Answered by
fees-own-none = No claim here
fees-own-none-text = Propose what a contract says, or import a list.
fees-own-limit = How long a claim is current
fees-own-limit-days = Days after it was read
fees-own-limit-hint = An older claim still counts, but no longer as current.
fees-own-place-waiting = Waiting for a second person
fees-own-place-current = Current, read on { $date }
fees-own-place-aged = Not checked since { $date }
fees-own-place-coming = Begins later
fees-own-place-ended = Ended
fees-own-place-superseded = Superseded
fees-own-place-declined = Declined
fees-own-propose-title = Propose a claim
fees-own-successor = Propose a successor
fees-own-propose-text = Another person approves it. Nothing can be changed after that: a newer claim takes its place.
fees-own-propose-act = Propose
fees-own-takes = Takes the place of the claim of contract { $contract }
fees-own-takes-text = That one ends the day before this one begins. What it is about and the contract stay as they are.
fees-own-estimate = The interchange has to be estimated
fees-own-estimate-text = The channel publishes a markup alone, which stands below as share and fixed fee. Enter what you estimate the interchange at: it is added.
fees-own-interchange = Estimate of the interchange
fees-own-interchange-percent = Share
fees-own-interchange-fixed = Fixed fee
fees-own-estimate-source = Where the estimate comes from
fees-own-note = Note
fees-own-where = Source
fees-own-contract-number = Number of the contract
fees-own-page = Page
fees-own-address = Address where it can be read
fees-own-read-on = Read on
fees-own-from = First day
fees-own-to = Last day
fees-own-one-title = { $channel }: contract { $contract }
fees-own-file = Contract
fees-own-file-open = { $kind }, { $size }
fees-own-file-hint = PDF, JPEG or PNG, at most 5 MB. It is kept sealed.
fees-own-file-add = Add the contract
fees-own-reason = Reason for declining
fees-own-supersedes = Takes the place of
fees-own-superseded-by = Its place was taken by
fees-own-successor-act = Propose a successor
fees-own-answer = The second person’s word
fees-own-approve = Approve
fees-own-decline = Decline
fees-own-rehearsal = What it would change
fees-own-rehearsal-text = What the channel costs the usual kinds of business in a month on the claim’s first day, without and with it.
fees-own-rehearsal-business = Kind of business
fees-own-before = As it is
fees-own-after = With this claim
fees-own-difference = Difference
fees-own-rehearsal-cell = { $amount } ({ $rate })
fees-own-rehearsal-none = no price
fees-own-rehearsal-unknown = figures are missing
fees-own-history = History of this series
fees-own-first = The first of its series.
fees-own-no-change = No figure changed.
fees-own-change = { $figure }: { $old } → { $new }
fees-own-beside = Other sources side by side
fees-own-beside-some =
    { $count ->
        [one] { $count } other source is about the same on the same days
       *[other] { $count } other sources are about the same on the same days
    }
fees-own-beside-text = Other sources about the same on the same days. Marked rows differ. Your own claims come before published prices; of two of them the one that began later counts.
fees-own-this = This claim
fees-own-look = Look at it
fees-own-differs = { $figure } (differs)
fees-own-error-day = Enter a day, month and year.
fees-own-error-estimate = Enter the markup: the estimate is added to it, and both together are at most 100%.
fees-own-error-estimate-source = Say where the estimate comes from.
fees-own-from-this = Own claim from this
notice-claim-proposed = Proposed. Add the contract’s file below; another person approves.
notice-claim-approved = Approved. It counts from its first day on.
notice-claim-declined = Declined.
notice-claim-file = The contract is kept.
fees-own-margins = Which margins it would change
fees-own-margins-text = What price lines that stand on the claim it succeeds leave in a month, before and after.
fees-own-margins-line = Price line
fees-own-margins-none = No margin of a price line changes.
fees-import-title = Import claims
fees-import-text = A file is looked at first. Only when every line is right are its claims proposed, all of them at once; another person approves them.
fees-import-file = File with claims
fees-import-file-hint = CSV or JSON as the export writes them, in UTF-8, at most 2 MB and 1,000 claims.
fees-import-check = Check the file
fees-import-ready =
    { $count ->
        [one] { $count } claim, and nothing is wrong
       *[other] { $count } claims, and nothing is wrong
    }
fees-import-ready-text = Nothing is changed yet.
fees-import-propose =
    { $count ->
        [one] Propose { $count } claim
       *[other] Propose all { $count } claims
    }
fees-import-faults = What is wrong
fees-import-line = Line
fees-import-column = Column
fees-import-what = What is wrong
fees-import-wrong =
    { $count ->
        [one] { $count } thing is wrong
       *[other] { $count } things are wrong
    }
fees-import-wrong-text = Nothing was changed. Put it right in the file and check it again.
fees-import-more = And { $count } more.
fees-import-columns = The columns
fees-import-columns-text = Rates are whole numbers in 1/10,000 of a percent (2.9% is 29000), amounts are in the smallest unit of the currency, dates are written 2026-11-23. An empty figure costs nothing; null is a figure that is not known. Steps are written 9999:1500 null:2000, each its limit and its figure.
fees-import-needed = Needed are:
fees-import-error = The file holds something wrong: see the table.
fees-import-error-utf8 = The file is not UTF-8 from here on.
fees-import-error-many = At most { $most } claims come in at once.
fees-import-error-empty = There is no claim in the file.
fees-import-error-line = This line can’t be read.
fees-import-error-unknown-column = There is no such column.
fees-import-error-twice-column = This column stands twice.
fees-import-error-missing-column = This column is needed.
fees-import-error-cells = This line has { $found } cells in place of { $wanted }.
fees-import-error-formula = A cell must not begin with =, +, -, @ or a tab.
fees-import-error-required = This cell must not be empty.
fees-import-error-number = Enter a whole number within its bounds, null, or nothing.
fees-import-error-answer = Enter true, false or null.
fees-import-error-steps = Enter steps such as 9999:1500 null:2000.
fees-import-error-tiers = Enter both the steps and whole or graduated, or neither.
fees-import-error-date = Enter a date such as 2026-11-23.
fees-import-error-json = This can’t be read as JSON.
fees-import-error-json-twice = A name stands twice in one object.
fees-import-error-list = There has to be one list, and nothing beside it.
fees-import-error-field = This field is missing, unknown or not of the right form.
fees-import-error-overlap = Line { $other } is of the same series and holds on one of these days.
notice-claims-imported = Proposed. Another person approves them.
notice-claims-approved = Approved together.
