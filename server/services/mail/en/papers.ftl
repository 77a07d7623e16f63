mail-papers-ending-subject = A paper runs out soon: application { $case }
mail-papers-ending-body =
    A paper that { $name } gave with the application { $case } runs out soon. Please send the new one before it does, and its new dates with it.

    Which paper it is stands on the application’s page. Everything else stays as you gave it; you are still aboard, and payments go on.
mail-papers-ending-action = See which paper

mail-papers-over-subject = A paper has run out: application { $case }
mail-papers-over-body =
    A paper that { $name } gave with the application { $case } has run out, and no new one has come in its place. Please send it now, and its new dates with it.

    Which paper it is stands on the application’s page.
mail-papers-over-action = See which paper

mail-papers-renewed-subject = Your new papers are accepted: application { $case }
mail-papers-renewed-body =
    Thank you: we have looked at the papers that you sent for the application { $case } of { $name }, and they are fine. You need not do anything else.
mail-papers-renewed-action = See where it stands

mail-papers-unanswered-subject = Papers are still missing: application { $case }
mail-papers-unanswered-body =
    Papers of the application { $case } of { $name } have run out, and none came in their place in the time there was.

    You are still aboard. We shall ask for them again.
mail-papers-unanswered-action = See where it stands
