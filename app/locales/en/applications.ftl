applications-number = Application { $number }

applications-status-draft = To be filled in
applications-status-in-review = In review
applications-status-changes-requested = Changes requested
applications-status-account-verification = Checking the account
applications-status-signing = To be signed
applications-status-approved = Approved
applications-status-rejected = Not approved
applications-status-withdrawn = Withdrawn
applications-status-expired = Run out
applications-status-ended = Ended

applications-home-title = Your applications
applications-home-start = Start an application
applications-home-another = Start another application
applications-home-empty = No application yet
applications-home-empty-text = It takes about fifteen minutes. Have the business licence, the legal representative’s ID and the account number at hand; you can stop at any time and go on later.
applications-home-changed = Changed { $when }

applications-start-title = Start an application
applications-start-intro = Tell us what kind of business it is. From that we know what to ask and which papers we need.
applications-start-kind = Where and what kind of business is it?
applications-start-merchant = For which business?
applications-start-merchant-new = A new business
applications-start-papers = Papers you will need
applications-start-paper-optional = { $paper } (if you have it)
applications-start-channels = Channels
applications-start-channel-not-offered = { $channel } (not offered)
applications-start-days = Usually decided within { $least } to { $most } working days once everything is here.
applications-start-sheet = See every question and paper, as a checklist to print
applications-start-submit = Start
applications-start-channels-chosen = Channels you chose: { $channels }. They stand in the application from the start, and you can change them there.
applications-start-other-open = This business has an application under way. Go on with that one, or choose another business.

applications-tasks-title = What to do
applications-tasks-progress = { $done } of { $all } done
applications-tasks-answers = Answers
applications-tasks-papers = Papers
applications-tasks-hand-in = Hand in
applications-tasks-check = Check your answers and hand in
applications-tasks-check-later = Opens when everything above is done.
applications-tasks-check-owner = An owner of the business hands in.
applications-tasks-others = Another member of your business fills this in.
applications-tasks-withdraw = Withdraw this application
applications-section-status-not-started = Not started
applications-section-status-in-progress = In progress
applications-section-status-done = Done
applications-section-status-wrong = To be put right
applications-section-status-doubtful = Done, look again
applications-paper-status-due = To be given
applications-paper-status-optional = If you have it
applications-paper-status-checking = Being checked
applications-paper-status-given = Given
applications-paper-status-wrong = To be given again
applications-task-open = Open
applications-task-locked = Not yet

applications-section-all = All tasks
applications-section-step = { $number }, part { $step } of { $steps }
applications-section-saved-by-you = Saved by you, { $when }
applications-section-saved-by = Saved by { $who }, { $when }
applications-section-save = Save and continue
applications-section-later = Save and go on later
applications-section-doubts = Please look at this again
applications-section-doubts-text = It is saved. If it is right all the same, leave it and continue.
applications-section-doubt-at = { $field }: { $doubt }
applications-section-closed = This part can’t be changed now.
applications-sealed-kept = Saved: { $masked }. Leave this empty to keep it.
applications-validity-from = { $what }: first day
applications-validity-until = { $what }: last day
applications-validity-open = no end
applications-validity-span = { $from } to { $until }
applications-agreement-heading = Merchant agreement, version { $version }

applications-clash-title = Somebody saved this part while you were writing
applications-clash-text = Nothing of either is lost: your answers stand in the fields, the other ones below them. Choose for each, then save.
applications-clash-by = { $who } saved, { $when }
applications-clash-by-you = You saved in another window, { $when }
applications-clash-take = Use this instead: { $value }
applications-clash-take-empty = Use this instead: nothing
applications-clash-differs = { $field } differs

applications-check-title = Check your answers
applications-check-intro = Look at everything once more. After handing in you can’t change it until we ask you to.
applications-check-others = Filled in by another member of your business.
applications-check-submit = Hand in
applications-check-not-ready = It can’t be handed in yet
applications-check-not-ready-text = These parts aren’t done:
applications-check-checking-text = Papers that have just come are still being checked. That takes a few seconds; load this page again.
applications-submit-not-ready = Something is missing or still being checked. Look at the list below.
applications-submit-stale = Something has changed since you opened this page. Look at it again, then hand in.

applications-ball-merchant = It is your turn.
applications-ball-us = It is our turn.
applications-ball-channel = It is the channel’s turn.
applications-ball-bank = It is the bank’s turn.
applications-ball-until = Until { $when } at the latest.
applications-ball-late = It takes longer than usual this time. We are still on it; you need not do anything.
applications-ball-kept = Kept until { $when }. Each time you save something the time starts again.
applications-ball-answer = Please answer by { $when }. Without an answer the application runs out then.
applications-what-draft = Fill in what is missing, then hand in.
applications-what-in-review = We check what you gave. You need not do anything; we write to you when there is an answer or a question.
applications-what-changes-requested = Some answers or papers have to be changed before we can go on.
applications-what-account-verification = A small transfer is to show that the account you gave is yours.
applications-what-signing = The person who stands for the business looks at what was declared, on their own phone, and agrees.
applications-what-approved = Welcome. Your merchant number is below; with a test API key your developers can begin.
applications-what-rejected = We can’t approve this application.
applications-what-withdrawn = You took it back. You can start a new one at any time.
applications-what-expired = Its time ran out. You can start a new one at any time.
applications-what-ended = Our relationship with this merchant has ended. What was given is kept for as long as the law says.
applications-merchant-number = Merchant number
applications-next-keys = Get a test API key
applications-next-changes = See what is to be changed
applications-next-tasks = Go on filling in
applications-now-title = What you can do now
applications-now-wait = Nothing for the moment. We write to you as soon as we need something.
applications-now-nothing = Nothing is asked of you.
applications-next-title = What comes next
applications-next-review = we check answers and papers. Usually { $least } to { $most } working days from handing in to our decision.
applications-next-decision = we write to you with the answer.
applications-next-channels = each wallet you chose looks at it itself, usually one to three working days; some take longer.
applications-next-credentials = as soon as a channel has opened, you can get the key for real payments. Test keys come earlier.
applications-stage-hand-in = Hand in
applications-stage-changes = Changes
applications-stage-review = Review
applications-stage-decision = Decision
applications-stage-channels = Channels
applications-stage-credentials = API keys
applications-reasons = What we can tell you
applications-timeline = What happened
applications-timeline-by-you = by you
applications-timeline-by-merchant = by { $who }
applications-timeline-by-desk = by the desk
applications-timeline-by-system = automatically
applications-timeline-answer = Your answer, at the latest
applications-timeline-due = An answer from us, at the latest

applications-withdraw-title = Withdraw application { $number }?
applications-withdraw-text = We stop looking at it, and it can’t be handed in any more. What you gave is kept as the law demands. You can start a new application at any time.
applications-withdraw-submit = Withdraw
applications-withdraw-keep = Keep it

applications-why-not-now = That isn’t possible now.
applications-why-submitter = You handed it in yourself.
applications-why-recommender = You recommended it yourself.
applications-why-not-recommended = Approval wasn’t recommended; it has to go back to the reviewers.
applications-why-no-reason = Give at least one reason.
applications-why-no-items = Name what is to be changed.
applications-why-not-due = Its time hasn’t run out.
applications-why-not-that-day = The day lies ahead, or before the approval.
applications-why-stale = What was on your screen has changed since.
applications-why-not-senior = A senior reviewer decides.
applications-why-claimed-by-other = Somebody else works on it.
applications-why-consent-withdrawn = A consent that is needed was taken back: it has to be given again first.
applications-why-not-claimed = Claim it first.

applications-said-business-not-served = This line of business can’t be served here.
applications-said-licence-invalid = The business licence isn’t valid any more.
applications-said-names-differ = Names on papers and form don’t agree.
applications-said-papers-insufficient = The papers can’t be read or are incomplete.
applications-said-facts-contradict = Some of what was given contradicts itself.
applications-said-account-not-theirs = The bank account isn’t the company’s own.
applications-said-duplicate = There is an application or a merchant of the same business already.
applications-said-channels-not-offered = The channels wanted can’t be offered to this business.
applications-said-requirements-not-met = The requirements for working with us aren’t met.

notice-section-saved = Saved.
notice-section-doubtful = Saved. Please look at one thing again.
notice-withdrawn = The application was withdrawn.
notice-handed-in = Handed in. We have sent you a mail.

audit-application-started = Application started
audit-section-saved = Answers saved
audit-application-submitted = Handed in
audit-application-screening-started = Automatic checks started
audit-application-screening-finished = Automatic checks finished
audit-application-screened = Automatic checks looked at everything
audit-application-changes-requested = Changes requested
audit-application-resubmitted = Handed in again
audit-application-account-verified = Account confirmed
audit-application-account-failed = Account not confirmed
audit-application-signed = Signed
audit-application-held-up = Back to the desk before coming aboard
audit-application-withdrawn = Withdrawn
audit-application-expired = Run out
audit-application-ended = The relationship ended
audit-application-end-told = Reminded that it runs out
audit-application-papers-ending = Papers run out and are due again
audit-application-papers-told = Told that papers run out
audit-detail-days = Days left
audit-application-reopened = Opened again
audit-application-recommended = Recommended
audit-application-approved-by-desk = Approved
audit-application-rejected = Not approved
audit-application-returned-to-review = Returned to the reviewers

applications-task-optional = Add if there are more
applications-choose = Choose
notice-section-changed = This part was changed by somebody else meanwhile. Look at it again.
audit-section-removed = A part was taken away

applications-changes-title = What is to be changed
applications-changes-intro =
    { $count ->
        [one] We looked at your application. One thing has to be changed, or explained, until { $when }. Everything else stays as it is, and the number stays the same.
       *[other] We looked at your application. { $shown } things have to be changed, or explained, until { $when }. Everything else stays as it is, and the number stays the same.
    }
applications-changes-open =
    { $count ->
        [one] { $shown } thing is still to be answered. Then you can hand in again.
       *[other] { $shown } things are still to be answered. Then you can hand in again.
    }
applications-changes-now = Your answer now
applications-changes-answer = Change the answer
applications-changes-file = Send another file
applications-changes-check = Check and hand in again
applications-changes-status = See where it stands
applications-changes-hints = { $first } { $second }
applications-reply-open = To be answered
applications-reply-changed = Changed
applications-reply-explained = Explained
applications-reply-waived = Not needed any more
applications-explanation-title = Nothing to change? Explain why
applications-explanation-label = No change to “{ $what }”, because
applications-explanation-hint = Plain and short. The desk reads it. Leave it empty to take your explanation back.
applications-explanation-submit = Keep explanation
applications-explanation-standing = No change, because:
applications-explanation-long = Use at most 1,000 characters.
applications-submit-unanswered = Something that we asked for isn’t answered yet. Look at what is to be changed.
applications-paper-status-not-needed = Not needed
applications-redo-wrong = It isn’t right
applications-redo-incomplete = It is incomplete
applications-redo-name-differs = The name differs from the one on the papers
applications-redo-number-differs = The number differs from the one on the papers
applications-redo-expired = It has run out
applications-redo-expires-soon = It runs out soon: give the new one with its new dates
applications-redo-other = Please change this answer
applications-why-proposer = You proposed it yourself.
applications-why-other-open = This merchant has another application under way. It has to come to its end first.

notice-explanation-kept = Your explanation is kept.
notice-explanation-taken-back = Your explanation is taken back.

audit-request-explained = Explained why nothing is changed
audit-request-explanation-taken-back = Took an explanation back

applications-why-put-off = It was put off. Take it up again first.
applications-why-already-theirs = This person holds it already.
applications-why-already-escalated = It was handed up already.
applications-why-not-escalated = It wasn’t handed up.
applications-why-not-then = It can’t be put off until then.
applications-why-assignee-own-side = This person stands or stood on the merchant’s side. Choose somebody else.
applications-why-assignee-recommended = This person recommended it, and another has to decide. Choose somebody else.
applications-why-assignee-not-senior = Only a senior reviewer can have it now. Choose one.
applications-why-assignee-gone = This person doesn’t work on cases here. Choose somebody else.

applications-status-back = Where the application stands
applications-status-channels = See where each channel stands
applications-paper-served = { $paper } serves for this too; you may send another one of its own.
