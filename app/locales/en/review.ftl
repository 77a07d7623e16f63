# The desk: queue, case, recommendation, decision.

review-queue-title = Cases
review-queue-search = Name or case number
review-queue-shelves = Cases by who holds them
review-shelf-waiting = Waiting
review-shelf-mine = Mine
review-shelf-claimed = Claimed
review-shelf-closed = Closed
review-queue-stages = Step
review-stage-any = Every step
review-stage-first = First review
review-stage-second = Second review
review-queue-column-case = Case
review-queue-column-name = Business
review-queue-column-state = Stands at
review-queue-column-channels = Channels
review-queue-column-submitted = Handed in
review-queue-column-due = Due
review-queue-column-closed = Closed on
review-queue-column-holder = Held by
review-queue-column-act = Act
review-queue-nobody = Nobody
review-queue-you = You
review-queue-open = Open
review-queue-unnamed = No name given yet
review-queue-none-waiting = No case is waiting
review-queue-none-waiting-text = As soon as a merchant hands in an application, its case waits here.
review-queue-none-mine = You hold no case
review-queue-none-mine-text = Claim one that is waiting.
review-queue-none-claimed = Nobody holds a case
review-queue-none-claimed-text = Cases stand here while somebody works on them.
review-queue-none-closed = No case is closed yet
review-queue-none-closed-text = Approved, rejected, withdrawn and expired applications stand here.
review-queue-none-found = No case fits
review-queue-none-found-text = Look on another shelf, or search for less.
review-queue-see-waiting = See waiting cases

review-due-none = Not on the clock
review-due-overdue-minutes =
    { $count ->
        [one] Overdue by { $shown } working minute
       *[other] Overdue by { $shown } working minutes
    }
review-due-overdue-hours =
    { $count ->
        [one] Overdue by { $shown } working hour
       *[other] Overdue by { $shown } working hours
    }
review-due-in-minutes =
    { $count ->
        [one] Due in { $shown } working minute
       *[other] Due in { $shown } working minutes
    }
review-due-in-hours =
    { $count ->
        [one] Due in { $shown } working hour
       *[other] Due in { $shown } working hours
    }

review-state-draft = Draft
review-state-submitted = Handed in
review-state-screening = Being screened
review-state-in-review = First review
review-state-changes-requested = Sent back for changes
review-state-resubmitted = Handed in again
review-state-second-review = Second review
review-state-account-verification = Account verification
review-state-signing = Signing
review-state-approved = Approved
review-state-rejected = Rejected
review-state-withdrawn = Withdrawn
review-state-expired = Expired

review-case-title = Case { $number }
review-case-back = All cases
review-case-claim = Claim
review-case-release = Put back
review-case-claimed-by-you = You hold this case
review-case-claimed-by = Held by { $email }
review-case-claimed-by-nobody = Nobody holds this case
review-case-due = Due
review-case-submitted = Handed in
review-case-round = { $at }, time no. { $round }
review-case-kind = Kind of merchant
review-case-channels = Channels wanted

review-papers-title = Papers
review-papers-missing = Not given
review-papers-optional = Not given; it may be left out
review-file-name = File
review-file-details = { $kind }, { $size }, sent on { $at }
review-file-download = Download the original
review-file-no-name = Unnamed file
review-file-pages = Pages
review-file-page = Page { $page }
review-file-page-of = { $paper }, page { $page } of { $pages }
review-file-no-pictures = There are no pictures of this file (yet). Its state says why.
review-file-previous = Earlier versions
review-file-sha256 = SHA-256
review-file-state-uploading = Coming in
review-file-state-quarantined = Being checked
review-file-state-scanned = Checked
review-file-state-pending-review = To be looked at
review-file-state-accepted = Accepted
review-file-state-redo-requested = To be sent again
review-file-state-rejected = Not taken
review-file-state-superseded = Replaced
review-file-state-expired = Run out
review-file-state-purged = Erased

review-facts-title = What was declared
review-facts-nothing = Nothing was declared here.
review-facts-sealed = Sealed; the last characters only
review-facts-version = Version { $version }, saved on { $at } by { $email }
review-mark-form = Form and check digit hold
review-mark-agrees = Agrees with “{ $other }”
review-doubts-title = Doubts
review-doubts-none = Our checks found no contradiction
review-doubt = { $field }: { $text }

review-timeline-title = What happened
review-decisions-title = Earlier decisions
review-decision-approved = Approved
review-decision-rejected = Rejected
review-decision-returned = Returned to the first review

review-advice-title = Recommendation
review-advice-by = { $verdict }, by { $email } on { $at }
review-verdict-approve = Approve
review-verdict-reject = Reject
review-grounds = Grounds
review-words-for-merchant = Words for the merchant
review-note-for-desk = Note for the desk

review-recommend-title = Recommend
review-recommend-verdict = What do you recommend?
review-recommend-verdict-approve = Approve
review-recommend-verdict-approve-hint = Papers and answers hold; nothing speaks against this merchant.
review-recommend-verdict-reject = Reject
review-recommend-verdict-reject-hint = Say on which grounds.
review-recommend-submit = Send recommendation
review-decide-title = Decide
review-decide-decision = What do you decide?
review-decide-approve = Approve
review-decide-approve-hint = The merchant gets its number, and its channels are requested.
review-decide-reject = Reject
review-decide-reject-hint = The application is closed. The merchant is told by mail.
review-decide-return = Return to the first review
review-decide-return-hint = The case goes back to the queue. Tell your colleagues why.
review-decide-submit = Decide
review-reasons-sayable = Grounds that the merchant is told
review-reasons-confidential = Confidential grounds
review-reasons-confidential-hint = With any of these, the merchant reads one neutral sentence and nothing else, neither the grounds above nor words of yours.
review-words = Words for the merchant
review-words-hint = Plain and short: what is wrong. The merchant reads them as they stand. Only with a rejection.
review-note = Note for the desk
review-note-hint = Merchants never read this.
review-bound = Bound to version { $version } and the papers shown here.
review-why-not-reviewer = Your role doesn’t recommend.
review-closed = This case is closed.
review-sentences = { $first }. { $second }
review-not-yours = Nothing to do for you here now: { $why }

review-reason-business-not-served = This line of business isn’t served here
review-reason-licence-invalid = The business licence isn’t valid
review-reason-names-differ = Names on papers and form differ
review-reason-papers-insufficient = Papers are incomplete or can’t be read
review-reason-facts-contradict = What was declared contradicts itself
review-reason-account-not-theirs = The bank account isn’t the applicant’s
review-reason-duplicate = There is an application or merchant for this business already
review-reason-channels-not-offered = The channels wanted can’t be offered to this business
review-reason-requirements-not-met = The requirements aren’t met
review-reason-list-hit = Hit on a list
review-reason-suspected-forgery = Suspected forgery
review-reason-suspected-identity-theft = Suspected identity theft
review-reason-reported-to-authority = Reported to an authority
review-reason-linked-case = Linked to another case
review-reason-risk-too-high = Risk too high

review-moved-title = This case has moved on since you opened it
review-moved-text = Nothing was sent. The page below shows how it stands now; what you wrote is still in the form.
review-moved-case = The case itself went on.
review-moved-section = Answers changed: { $name }
review-moved-paper = A paper changed: { $name }
review-refused-title = That is not open now
review-refused-text = Nothing was sent.

review-error-verdict = Choose what you recommend.
review-error-decision = Choose what you decide.
review-error-reason-missing = A rejection needs at least one ground.
review-error-reason-unknown = Choose grounds of the list.
review-error-reason-without-rejection = Grounds go with a rejection. Take them away or reject.
review-error-words-without-rejection = Words for the merchant go with a rejection. Take them away or reject.
review-error-words-confidential = Leave this empty: with a confidential ground the merchant reads the neutral sentence alone. Put your words into the note for the desk.
review-error-words-long = Use at most 1,000 characters.
review-error-note-long = Use at most 4,000 characters.
review-error-note-missing = Tell your colleagues why it goes back.

notice-case-claimed = The case is yours.
notice-case-released = The case is back in the queue.
notice-recommended = Recommended. Another person decides now.
notice-approved = Approved. The merchant has been told.
notice-rejected = Rejected. The merchant has been told.
notice-returned = Returned to the first review.
notice-chain-whole = The chain is whole.
notice-chain-broken = The chain is broken. See where below.

review-case-enrolments = See the merchant’s channels
