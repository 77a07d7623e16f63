# A tenant's own settings.

settings-title = Settings
settings-text = What you change holds from now on. Terms that run already keep their end, and due dates at the desk their day.
settings-merchant = Terms for merchants
settings-draft-days = A draft runs out when nobody has touched it for
settings-draft-days-hint = Seven days before, its owners get a mail. Whoever goes on in time starts the term again. From 14 to 365.
settings-changes-days = Requested changes are to be answered within
settings-changes-days-hint = Counted from the day the desk asks. Seven days before the end, the owners get a mail. From 10 to 180.
settings-days = days
settings-hours = hours
settings-desk = The desk’s own time
settings-sla-hours = Working hours to a decision
settings-sla-hours-hint = From handing in to the decision, while the ball is with the desk. 8 is one working day. From 1 to 1000.
settings-keys = API keys
settings-test-credentials = Merchants make test keys before they are approved
settings-test-credentials-hint = As soon as their address is confirmed. Keys that are out already go on working.
settings-error-whole = Enter a whole number from { $least } to { $most }.

settings-proof = Is it really them
settings-account-verification = A small transfer proves the account before approval
settings-account-verification-hint = Asked of those for whom it is needed: by kind of merchant and who applies. Undone after 10 days, the application runs out.
settings-signing = The legal representative signs before approval
settings-signing-hint = Undone after 30 days, the application runs out.
settings-own-account = Your own account
settings-own-account-text = With it, merchants may send you the small transfer. Without it, you send it to them.
settings-own-account-holder = Account holder
settings-own-account-bank = Bank
settings-own-account-number = Account number
settings-own-account-save = Save the account
