mail-document-refused-subject = Please send a file again, application { $case }
mail-document-refused-body =
    A file you sent for the application { $case } could not be opened, so we have not kept it.

    What is wrong with it and how to put it right stands with the paper on the application’s page.
mail-document-refused-action = See which file
