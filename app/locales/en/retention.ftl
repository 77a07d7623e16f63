# Retention: what the law keeps, legal holds, ends of relationships and erasures.

retention-title = Retention
retention-text = What merchants gave is kept for as long as the law of their country says, and then erased by itself. What somebody asks to have erased before goes at once where nothing keeps it; where the law or a legal hold does, it is set aside: nobody but admins here sees that it is there, and it goes when its time is over.
retention-find = Application number
retention-over = Over or set aside
retention-number = Application
retention-name = Business
retention-kind = Kind of business
retention-state = State
retention-ended = Ended on
retention-kept = Kept
retention-none = Nothing is over yet
retention-none-text = Applications that were turned down, taken back or ran out, and relationships that ended, stand here.
retention-one = Application { $number }
retention-set-aside = Set aside
retention-purged = Erased
retention-purged-text = Nothing personal of this application is left. What was done, when and by whom, stays in the audit log.

retention-kept-hold = Until the legal hold is lifted
retention-kept-under-way = As long as it is under way or its merchant is aboard
retention-kept-open = Never handed in: no law keeps it
retention-kept-unfiled = Never handed in: no law keeps it, it goes by itself after { $until }
retention-kept-law = Until { $until }: { $law }

retention-laws = What the law keeps
retention-laws-text = The law of the country that a merchant’s kind of business belongs to counts, from the day its course here ended. Check the years with whoever advises you before you rely on them; they are files of the program.
retention-country = Country
retention-law = Law
retention-years = How long
retention-years-day = { $years } years from the end
retention-years-year-end = { $years } years from the end of the calendar year
retention-source = Source
retention-attested-quoted = Quoted in published texts; noted on { $day }
retention-attested-known = General knowledge, the text was not read; noted on { $day }

retention-holds = Legal holds
retention-holds-text = While a hold lies on an application nothing of it is erased, whoever asks and however long ago it ended: for a lawsuit, an investigation, an order.
retention-holds-none = No hold lies on it
retention-place = Place a legal hold
retention-place-do = Place the hold
retention-hold-reason = Reason
retention-hold-reason-hint = Which proceedings, which order. Kept sealed with the application.
retention-hold-reason-gone = Erased with the application
retention-hold-placed = Placed
retention-hold-lifted = Lifted
retention-lift = Lift the hold

retention-end = End the relationship
retention-end-text = The merchant is no longer aboard from then on: all its keys stop, nothing more is asked of any channel, and it is told by mail. It can’t be taken up again; whoever comes back applies anew.
retention-end-on = Last day of the relationship
retention-end-reason = Why
retention-end-reason-merchant-asked = The merchant wants it
retention-end-reason-tenant-ended = We gave notice
retention-end-reason-ceased = The business is no more
retention-end-reason-unused = It wasn’t used any more
retention-end-do = End the relationship

retention-erase = Erase
retention-erase-text = Nothing keeps this application any more. Answers, files, names, numbers and network addresses go for good, with the accounts of people who belong nowhere else. What was done and by whom stays in the audit log, without anything about them.
retention-erase-number = Number of the application
retention-erase-number-hint = As it stands at the top of this page, so that the right one is meant.
retention-erase-do = Erase for good
retention-restrict-do = Enter the request and set it aside
retention-why-under-way = It is under way, or its merchant is aboard: it can be erased once it has ended.
retention-why-purged = It is erased already.

retention-refused-title = The erasure was refused
retention-refused-law = { $law } forbids erasing this before { $until } is over.
retention-refused-hold = A legal hold forbids erasing this until it is lifted.
retention-refused-aside = Until then it is set aside: neither the desk nor the merchant nor any search shows it, and it is erased by itself when its time is over.

retention-erasures = Erasures
retention-erasures-none = Nothing was asked for and nothing was due
retention-outcome = What came of it
retention-outcome-erased = Erased
retention-outcome-restricted = Refused, set aside
retention-cause = Why
retention-cause-asked = Somebody asked for it
retention-cause-term = Its time was over
retention-by-itself = By itself
retention-at = When
retention-digest = Keyed digest:
retention-removed = { $what }: { $count }
retention-removed-answers = Sections
retention-removed-search-terms = Search terms
retention-removed-fingerprints = Fingerprints
retention-removed-keys = Keys
retention-removed-signatures = Signatures
retention-removed-consents = Consents
retention-removed-hits = Hits
retention-removed-account-proofs = Proofs of accounts
retention-removed-bank-lines = Lines of bank files
retention-removed-files = Files
retention-removed-invitations = Invitations
retention-removed-credentials = Labels of keys
retention-removed-offers = Accepted offers
retention-removed-mixes = Past payments
retention-removed-accounts = Accounts

retention-error-day = Enter a day like 2026-11-23.
retention-error-day-outside = Enter a day between the approval and today.
retention-error-end-reason = Choose why the relationship ended.
retention-error-hold-reason = Say why the hold is placed.
retention-error-hold-reason-long = Say it in 1,000 characters at most.
retention-error-number = Enter this application’s number.

notice-retention-ended = The relationship has ended.
notice-retention-held = The hold lies on the application.
notice-retention-lifted = The hold is lifted.
notice-retention-erased = The application is erased.
notice-retention-refused = The erasure was refused, and the application is set aside.

audit-retention-relationship-ended = Ended the relationship with a merchant
audit-retention-hold-placed = Placed a legal hold
audit-retention-hold-lifted = Lifted a legal hold
audit-retention-erasure-refused = Erasure refused, application set aside
audit-retention-purged = Application erased
