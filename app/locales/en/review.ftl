# The desk: queue, case, recommendation, decision.

review-queue-title = Cases
review-queue-search = Search cases
review-queue-shelves = Cases by who holds them
review-shelf-waiting = Waiting
review-shelf-mine = Mine
review-shelf-claimed = Claimed
review-shelf-closed = Closed
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
review-queue-none-waiting = No case is waiting
review-queue-none-waiting-text = As soon as a merchant hands in an application, its case waits here.
review-queue-none-mine = You hold no case
review-queue-none-mine-text = Claim one that is waiting.
review-queue-none-claimed = Nobody holds a case
review-queue-none-claimed-text = Cases stand here while somebody works on them.
review-queue-none-closed = No case is closed yet
review-queue-none-closed-text = Approved, rejected, withdrawn and expired applications stand here.
review-queue-none-found = No case fits
review-queue-none-found-text = Take a filter away, look on another shelf, or search for less.
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
review-state-ended = Ended

review-case-title = Case { $number }
review-case-back = All cases
review-case-claim = Claim
review-case-release = Put back
review-case-more = More
review-case-claimed-by-you = You hold this case
review-case-claimed-by = Held by { $email }
review-case-claimed-by-nobody = Nobody holds this case
review-case-round = { $at }, time no. { $round }
review-case-kind = Kind of merchant

review-papers-title = Papers
review-papers-optional = Not given; it may be left out
review-file-details = { $kind }, { $size }, sent on { $at }
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
review-found-title = Our checks found: { $wrong } wrong, { $doubtful } doubtful
review-found-none = Our checks of answers, files, lists and other cases found nothing
review-found-wrong = Wrong
review-found-doubtful = Doubtful
review-found-confidential = (confidential)
review-found-more =
    { $count ->
        [one] { $shown } more
       *[other] { $shown } more
    }
review-finding-same-file = the same file was given for “{ $paper }”
review-finding-paper-date = “{ $field }” was declared as { $declared }; the paper says { $written }
review-finding-open-and-end = “{ $field }” was declared without an end; on the paper it ends on { $written }
review-finding-end-and-open = “{ $field }” was declared to end on { $declared }; the paper says it has no end
review-finding-made-before = made on { $made }, before “{ $field }” begins on { $declared }
review-finding-paper-name = names “{ $written }”, which isn’t what was declared under “{ $field }”
review-finding-listed = “{ $declared }” may be “{ $listed }” on a list
review-finding-listed-transcribed = “{ $declared }” may be “{ $listed }” on a list, written in other letters
review-finding-same-account = application { $number } has the same account
review-finding-file-elsewhere = application { $number } has the very same file
review-finding-near-picture = application { $number } has a picture that is nearly the same

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

# Items: what is made of each answer and file.
review-item-not-applicable = Not asked for
review-item-due = Not given
review-item-submitted = To be judged
review-item-verifying = Being checked
review-item-accepted = Accepted
review-item-redo-requested = Goes back
review-item-rejected = Rejected
review-item-expired = Run out
review-item-waived = Waived
review-item-accept = Accept
review-item-accept-all = Accept all
review-item-judge = Look closer, send back or reject
review-item-look = Look closer
review-item-of-section = { $field } ({ $section })
review-item-by = { $email }, { $at }
review-item-said = { $mark } ({ $by })
review-item-on-version = on version { $version }
review-item-earlier = Earlier judgements
review-item-file = The file
review-item-judgement = What is made of it
review-item-asked = Asked and answered
review-item-checks = Automatic checks
review-item-moved = There is another version of this now. Nothing was kept; look at it below, then judge again.
review-mark-accepted = Accepted
review-mark-sent-back = Goes back: { $why }
review-mark-sent-back-words = Goes back: { $why }. “{ $words }”
review-mark-rejected = Rejected: { $why }
review-judge-choose = Choose one
review-judge-title = Judge
review-judge-mark = What do you make of it?
review-judge-accepted = Accept
review-judge-accepted-hint = It holds.
review-judge-sent-back = Send back
review-judge-sent-back-hint = The merchant changes it, or explains why it stays. Nothing is sent before you have seen the whole request.
review-judge-rejected = Reject
review-judge-rejected-hint = It doesn’t hold, and nothing the merchant does mends it. The merchant isn’t told; what they hear is what a decision says.
review-judge-redo = Reason for sending back
review-judge-redo-hint = The merchant reads these words in their language.
review-judge-words-hint = Goes with sending back: plain and short, what is wrong and how to put it right.
review-judge-ground = Ground for rejecting
review-judge-ground-hint = For the desk alone.
review-judge-confidential = { $ground } (confidential)
review-judge-submit = Keep judgement
review-open-items =
    { $count ->
        [one] Approval waits for { $shown } item: each has to be accepted, or waived by two people
       *[other] Approval waits for { $shown } items: each has to be accepted, or waived by two people
    }
review-open-items-which = Which ones
review-asked = Asked on { $at }: { $why }
review-explained = The merchant explains why nothing was changed:
review-reply-open = Not answered yet
review-reply-changed = Changed
review-reply-explained = Not changed, explained
review-before = Before
review-now = Now
review-before-of = { $paper }, before
review-now-of = { $paper }, now

review-viewer-versions = Versions
review-viewer-latest = Latest, { $at }
review-viewer-earlier = Earlier, { $at }
review-viewer-previous = Previous page
review-viewer-next = Next page
review-viewer-turn = Turn right
review-viewer-zoom = Size
review-viewer-zoom-0 = Fit
review-viewer-zoom-1 = 100%
review-viewer-zoom-2 = 200%
review-viewer-beside = Beside the version before
review-viewer-alone = This version alone
review-viewer-keys = Keys while the viewer has the focus: + and - for the size, 0 to fit, R to turn, J and K or the arrows for pages, V for the version before. Drag a large page with the mouse.
review-keys-title = Keys
review-keys-cases = next and previous case
review-keys-open = open it
review-keys-take = take it
review-keys-choose = choose it, to take or give several
review-keys-search = search
review-keys-list = this list
review-keys-parts = next and previous paper or section
review-keys-accept = accept what this paper or section holds
review-keys-send = send back what is marked
review-keys-judge = recommend or decide
review-keys-back = back to all cases
review-keys-off = Switch keys off
review-keys-on = Switch keys on

review-reveal = Show
review-reveal-title = Show masked data: { $section }
review-reveal-text = What you tick is shown to you alone, for a minute. That you saw it, which fields and why, stands on the case’s timeline and in the log. What you saw doesn’t.
review-reveal-fields = What do you need to see?
review-reveal-reason = Why?
review-reveal-words = Say more
review-reveal-words-hint = For the desk alone. Leave the number itself out.
review-reveal-submit = Show for a minute
review-reveal-why-compare-paper = To compare it with the paper
review-reveal-why-look-up = To look it up in a register or at the bank
review-reveal-why-reach-person = To reach the person
review-reveal-why-channel-asks = A channel asks for it
review-reveal-why-authority-asks = An authority asks for it
review-reveal-why-another-reason = Another reason
review-reveal-before = Shown before
review-reveal-was = { $email } on { $at }: { $fields }. { $why }.
review-reveal-shown-title = Shown for a minute: { $section }
review-reveal-until = Shown until { $time }
review-reveal-until-text = Then this page goes back to the case by itself. If you need longer, have it shown once more.
review-reveal-hide = Hide it now
review-error-reveal-fields = Choose at least one of the list.
review-error-reveal-reason = Choose why you need to see it.
review-error-reveal-words = Say in your own words what you need it for.
review-error-reveal-words-long = Use at most 500 characters.
notice-reveal-over = The minute is over. The data is masked again.

review-checks-title = Automatic checks on { $at }: { $pass } hold, { $warn } doubtful, { $fail } failed
review-checks-none = The automatic checks haven’t looked at this yet
review-outcome-pass = Holds
review-outcome-warn = Doubtful
review-outcome-fail = Failed
review-screen-form-holds = form and check digit hold
review-screen-agrees = agrees with “{ $other }”
review-screen-file-sound = opened whole, nothing found
review-screen-file-unchecked = not checked yet

review-changes-title = Send back for changes
review-changes-open =
    { $count ->
        [one] Send back { $shown } item
       *[other] Send back { $shown } items
    }
review-changes-text = This is what the merchant will read, in { $language }. They can change these items and nothing else.
review-changes-lang-en = English
review-changes-lang-zh-cn = Simplified Chinese
review-changes-until = Sent now, the merchant has until { $when } to answer.
review-changes-send = Send to the merchant
review-changes-nothing = Nothing is marked to go back. Mark items on the case first.
review-changes-moved = Nothing was sent. This is how it stands now; look at it again, then send.

review-notes-title = Internal notes
review-notes-none = No notes yet
review-notes-text = New note
review-notes-submit = Keep note
review-note-reopening = Opened again:

review-waive-title = Waive
review-waive-text = If this isn’t needed of this merchant, propose it. A senior reviewer who is another person confirms or declines.
review-waive-reason = Why it isn’t needed
review-waive-submit = Propose to waive
review-waive-waiting = Waivers that wait for a second person
review-waive-what = Not needed
review-waive-why = Why
review-waive-proposed = Proposed by
review-waive-answered = Answered by
review-waive-confirm = Confirm
review-waive-decline = Decline
review-waive-open = Proposed
review-waive-declined = Declined
review-waive-standing = It is proposed or waived already.

review-reopen-title = Reopen case { $number }
review-reopen-to-desk = The case goes back to the queue. The merchant is told by mail that it is open again, not why.
review-reopen-approved = The case goes back to the queue, and no channel is open to the merchant until it is approved again. The merchant is told by mail that it is open again, not why.
review-reopen-to-merchant = The application goes back to the merchant, who may go on with it. They are told by mail.
review-reopen-reason = Why is it opened again?
review-reopen-submit = Reopen

review-timeline-kinds = Show
review-timeline-all = Everything
review-timeline-application = Application
review-timeline-section = Answers
review-timeline-document = Papers
review-timeline-request = Explanations
review-timeline-review = Judgements
review-timeline-case = Case and notes
review-timeline-consent = Consents
review-timeline-channel = Channels and keys
review-timeline-personal-data = Personal data
review-timeline-none = Nothing of this kind happened.
review-timeline-older = Older
review-moved-look = Look at the case again

review-error-mark = Choose what you make of it.
review-error-mark-missing = Nothing was given: it can only be sent back.
review-error-redo = Choose a reason of the list.
review-error-ground = Choose a ground of the list.
review-error-words-missing = Say in your own words what is to be changed.
review-error-items-open = Some items ({ $count }) aren’t accepted or waived yet. See the list above.
review-error-note-empty = Write something.
review-error-waive-reason = Say why it isn’t needed.
review-error-waive-optional = The rules don’t ask for this; there is nothing to waive.
review-error-reopen-reason = Say why it is opened again.

notice-item-accepted = Accepted.
notice-items-accepted = All accepted.
notice-item-sent-back = Marked to go back. Nothing is sent yet.
notice-item-rejected = Rejected. The merchant isn’t told.
notice-changes-sent = Sent. It is the merchant’s turn.
notice-note-kept = Kept.
notice-waiver-proposed = Proposed. A senior reviewer answers.
notice-waiver-confirmed = Waived.
notice-waiver-declined = Declined. It stays required.
notice-reopened = Open again. The merchant has been told.

review-shelf-snoozed = Put off
review-shelf-escalated = With seniors
review-shelf-open = All open
review-queue-none-snoozed = No case is put off
review-queue-none-snoozed-text = Cases that somebody puts off stand here until their time comes.
review-queue-none-escalated = No case is with the senior reviewers
review-queue-none-escalated-text = Cases that a reviewer hands up stand here until a senior reviewer has answered.
review-queue-none-open = No case is open
review-queue-none-open-text = Every application that was handed in has been dealt with.
review-queue-first-use = There has been no case yet
review-queue-search-hint = Names of businesses and people, case and merchant numbers, mail addresses of the merchant’s people; whole ID, account and telephone numbers, or a telephone number’s last four digits.
review-search-lost = This search has run out
review-search-lost-text = Searches are kept for two hours, for whoever typed them. Search again.
review-error-search-long = Search for at most 100 characters.
review-filters = Filter
review-filters-on = Filters that are on
review-filters-apply = Apply filters
review-filters-clear = Clear all
review-filter-is = { $name }: { $value }
review-filter-channel = Channel wanted
review-due-by-overdue = Overdue
review-due-by-today = Today
review-due-by-week = This week
review-desk-snoozed = Put off until { $until }
review-desk-escalated = With the senior reviewers
review-assign = Give to …
review-assign-title = Give case { $number } to somebody
review-assign-text = It leaves the hands it is in. Nobody gets a case who ever stood on the merchant’s side, and nobody decides on what they recommended.
review-assign-submit = Give the case
review-assign-unknown = There is no such case for you.
review-give = Give the chosen cases
review-give-to = Give to
review-give-hint = Choose cases in the first column.
review-choose-all = Choose all on this page
review-choose-none = Choose none
review-take = Take the chosen cases
review-give-nobody = Choose somebody
review-give-choose = Choose { $number }
review-error-give-to = Choose who gets it.
review-error-give-cases = Choose at least one case in the first column.
review-error-give-many = Choose no more cases than one page holds.
review-given-title = What became of the cases
review-given-count = { $done } of { $all } cases were given
review-given-to = To { $email }.
review-given-outcome = Outcome
review-given-done = Given
review-given-not = Not given
review-given-unknown = Unknown case
review-taken-count = You took { $done } of { $all } cases
review-taken-done = Taken
review-taken-not = Not taken
review-given-back = Back to the cases
review-snooze = Put off …
review-snooze-title = Put case { $number } off
review-snooze-text = It stays yours until then and goes back to the queue when the time has come. The merchant waits all the same: the due date stays.
review-snooze-until = Until
review-snooze-hour = Hour
review-snooze-zone = Time in { $zone }
review-snooze-submit = Put it off
review-error-snooze-day = Enter a day that exists, like 23 11 2026.
review-error-snooze-hour = Choose an hour.
review-error-snooze-past = Choose a time that is still to come.
review-error-snooze-far = Put it off for at most 60 days.
review-resume = Take it up again
review-escalate = Hand up …
review-escalate-title = Hand case { $number } up to the senior reviewers
review-escalate-text = From then on only a senior reviewer can take it. Say what they are to look at.
review-escalate-reason = Why
review-escalate-submit = Hand it up
review-error-escalation-missing = Say why you hand it up.
review-hand-back = Hand back …
review-hand-back-title = Hand case { $number } back
review-hand-back-text = It goes back to the queue, for every reviewer to take. Say what you found.
review-hand-back-answer = Your answer
review-hand-back-submit = Hand it back
review-error-answer-missing = Say what you found.
review-escalations-title = Handed up
review-escalated-by = Handed up by { $email } on { $at }
review-handed-back-by = Answered by { $email } on { $at }
review-advice-left = Whoever recommended this no longer works here. The recommendation stands; you may return it to the first review.
notice-case-assigned = The case was given.
notice-cases-assigned = All chosen cases were given.
notice-cases-claimed = You took all chosen cases.
notice-case-snoozed = The case is put off.
notice-case-resumed = The case is yours again.
notice-case-escalated = The case is with the senior reviewers.
notice-case-handed-back = The case is back in the queue, with your answer.

review-case-enrolments = See the merchant’s channels

review-signatures = Signature
review-signature-confirmed = Confirmed
review-signature-disowned = Disowned
review-signature-by = { $name }, on { $at }, from { $address }
review-signature-text = { $agreement }, read in { $lang }
review-signature-disowned-title = The person named knows nothing of this application
review-signature-disowned-text = Somebody else seems to use their identity. Keep it to the desk: the merchant reads only that the application is in review. Where you reject, the ground is suspected identity theft, which is confidential.

# What a case has in common with other cases.
review-elsewhere-title = Elsewhere in this tenant
review-elsewhere-confidential = What this case has in common with other cases that were handed in. Confidential: the merchant must not learn of it.
review-elsewhere-none = Nothing in this case was found in another one.
review-elsewhere-not-yours = A case that you can’t see
review-elsewhere-same-merchant = The same merchant’s
review-elsewhere-more-cases =
    { $count ->
        [one] And one more case.
       *[other] And { $shown } more cases.
    }
review-elsewhere-more-links =
    { $count ->
        [one] And one thing more.
       *[other] And { $shown } things more.
    }
review-elsewhere-here = Here:
review-elsewhere-there = There:
review-elsewhere-alike = { $percent } % alike
review-elsewhere-page = { $paper }, page { $page }
review-elsewhere-answer = an answer
review-elsewhere-paper = another paper
review-link-file = The same file
review-link-page = A page that shows the same
review-link-licence = The same licence number
review-link-account = The same account
review-link-owner = The same identity document
review-link-phone = The same phone number
review-file-substituted = Page { $page } needed a substitute font; it may look different from the original.
audit-review-page-found-elsewhere = Found a page that another application has too
audit-detail-page = Page
audit-detail-other = Other application’s id
