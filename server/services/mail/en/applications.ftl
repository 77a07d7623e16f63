mail-application-submitted-subject = We have your application { $case }
mail-application-submitted-body =
    Thank you: the application { $case } of { $name } has come in.

    It is our turn now. We check what you gave and write to you as soon as there is an answer, or a question. You need not do anything until then.
mail-application-submitted-action = See where it stands

mail-application-changes-subject = Please change something in your application { $case }
mail-application-changes-body =
    We have looked at the application { $case } of { $name }. Some answers or papers have to be changed before we can go on.

    What and why stands with each of them. Everything else stays as you gave it, and the number stays the same.
mail-application-changes-action = See what is to be changed

mail-application-resubmitted-subject = We have your application { $case } again
mail-application-resubmitted-body =
    Thank you: your changes to the application { $case } of { $name } have come in. It is our turn again.
mail-application-resubmitted-action = See where it stands

mail-application-account-subject = Please show that the account is yours, application { $case }
mail-application-account-body =
    The desk has approved the application { $case } of { $name }. One thing is left: a small transfer is to show that the account you gave is yours.

    Which way it goes and what you are to do stands on the application’s page.
mail-application-account-action = Show that the account is yours

mail-transfer-sent-subject = We have sent a small amount to your account, application { $case }
mail-transfer-sent-body =
    A small amount is on its way to the account in the application { $case } of { $name }. Depending on the bank it arrives after one or two working days.

    Once it is there, tell us how much came. You have three tries.
mail-transfer-sent-action = Tell the amount

mail-account-ending-subject = The account isn’t confirmed yet: application { $case }, until { $until }
mail-account-ending-body =
    The account in the application { $case } of { $name } isn’t confirmed yet. If it isn’t by { $until }, the application runs out.
mail-account-ending-action = Show that the account is yours

mail-application-signing-subject = Please have application { $case } signed
mail-application-signing-body =
    The application { $case } of { $name } is ready to be signed by the person who stands for the business, on their own phone.

    Where a mail address was declared as theirs, we have sent them a link. On the application’s page you can show them a picture to scan, or have the link sent again.
mail-application-signing-action = Go to signing

mail-signing-link-subject = Is this you? Application { $case } names you
mail-signing-link-body =
    { $name } has applied to { $sender } and named you as the person who stands for the business (application { $case }).

    Please look at what was declared in your name, on your own phone, and say whether it is right. You need no account. The link is good for one answer and for { $hours } hours.

    If you know nothing of it, say so there: nothing happens in your name then.
mail-signing-link-action = See what was declared in your name

mail-application-approved-subject = Your application { $case } is approved
mail-application-approved-body =
    Welcome: the application { $case } of { $name } was approved.

    Your merchant number and what comes next stand on the application’s page.
mail-application-approved-action = See your merchant number

mail-application-rejected-subject = Your application { $case } was not approved
mail-application-rejected-body =
    We have decided on the application { $case } of { $name }: we can’t approve it.

    What we can tell you about it stands on the application’s page.
mail-application-rejected-action = See the decision

mail-application-withdrawn-subject = Application { $case } was withdrawn
mail-application-withdrawn-body =
    The application { $case } was withdrawn, as asked for from your side. We do nothing more with it.

    If you change your mind you can start a new one at any time.
mail-application-withdrawn-action = See the application

mail-application-expired-subject = Application { $case } has run out
mail-application-expired-body =
    The application { $case } has run out, as it was not gone on with in time.

    You can start a new one at any time.
mail-application-expired-action = See the application

mail-application-ended-subject = The relationship behind { $case } has ended
mail-application-ended-body =
    You are no longer a merchant of ours: the relationship that began with the application { $case } has ended. Keys no longer work, and nothing more is asked of any channel.

    What you gave is kept for as long as the law says, and then erased by itself.
mail-application-ended-action = See the application

mail-draft-ending-subject = Application { $case } runs out on { $until }
mail-draft-ending-body =
    Nobody has gone on with the application { $case } for a while. If nobody does, it runs out on { $until }.

    Open it and save something in it, and it stays with everything you gave. If you no longer need it you need not do anything.
mail-draft-ending-action = Go on with the application

mail-answer-ending-subject = We still wait for you: application { $case }, until { $until }
mail-answer-ending-body =
    We asked for something on the application { $case } of { $name } and still wait for your answer. Without it the application runs out on { $until }.

    What we asked for stands on the application’s page. Everything else stays as you gave it.
mail-answer-ending-action = See what we asked for

mail-application-reopened-subject = Application { $case } is open again
mail-application-reopened-body =
    We have taken up the application { $case } again. Its page says whose turn it is.
mail-application-reopened-action = Go to the application

mail-advice-returned-subject = Case { $case } is back in the first review
mail-advice-returned-body =
    What you recommended on case { $case } was not decided on: the second reviewer returned it to the first review.

    Why stands with the case. It waits in the queue for you or a colleague to claim it.
mail-advice-returned-action = See the case

mail-application-passed-on-subject = Your changes go on to the channel, application { $case }
mail-application-passed-on-body =
    Thank you: we have looked at what you changed in the application { $case } of { $name }. It goes on to the channel that had asked for it.

    It is the channel’s turn now. Everything else of yours goes on as before.
mail-application-passed-on-action = See your channels

mail-application-unanswered-subject = A channel is not asked any more, application { $case }
mail-application-unanswered-body =
    What a channel wanted changed in the application { $case } of { $name } was not answered in time. We don’t ask that channel any more.

    You are still aboard, and your other channels go on as before.
mail-application-unanswered-action = See your channels
