# Proving an account by a small transfer.

transfers-own-title = Show that the account is yours
transfers-own-text = One small transfer shows that the bank account in the application belongs to the applicant. It goes one way or the other.
transfers-own-until = To be done by { $when }.
transfers-own-preparing = We are preparing the transfer. This takes a moment.
transfers-own-ordered = Our bank is about to send a small amount to this account. You get a mail as soon as it is on its way; depending on the bank it arrives after one or two working days.
transfers-own-look = Look again
transfers-own-sent = We have sent a small amount to this account. It carries the reference { $reference }. Look at the account’s transactions and tell us how much came.
transfers-own-tries = { $count ->
        [one] One try is left. If it is wrong, the application is turned down.
       *[other] { $shown } tries are left.
    }
transfers-own-amount = Amount that came
transfers-own-amount-hint = With its cents, as the bank shows it: 1.05.
transfers-own-submit = Confirm the amount
transfers-own-send = Send this amount
transfers-own-send-text = Send exactly this amount from the account above, with exactly this reference, in time for it to arrive by the date.
transfers-own-awaited = Once our bank tells us that it has arrived, the application goes on by itself. This can take a working day or two.
transfers-own-otherwise = Send us an amount instead
transfers-own-otherwise-text = If you can’t send from this account, we send a small amount to it and you tell us how much came.
transfers-own-no-account = At present we can’t take a transfer. Look again a little later.
transfers-holder = Account holder
transfers-number = Account number
transfers-amount = Amount
transfers-to-holder = To
transfers-to-bank = At the bank
transfers-to-number = To the account
transfers-reference = Reference
transfers-way = How should the transfer go?
transfers-way-ours = You send me a small amount
transfers-way-ours-hint = You look at the account and tell us how much came. You have three tries.
transfers-way-theirs = I send you a small amount
transfers-way-theirs-hint = We tell you the amount, the account, the reference and the date.
transfers-way-submit = Go on
transfers-misfit = A transfer came that doesn’t fit
transfers-misfit-amount = It had your reference but another amount. Send the exact amount once more.
transfers-misfit-payer = It had your reference but came from somebody else. Send it once more in the account holder’s name.
transfers-misfit-account = It had your reference but came from another account. Send it once more from the account above.
transfers-error-amount = Enter an amount with its cents, like 1.05.
transfers-error-wrong = { $left ->
        [1] That isn’t the amount that we sent. One try is left.
       *[other] That isn’t the amount that we sent. { $left } tries are left.
    }
transfers-error-way = Choose which way the transfer goes.
transfers-error-own-account = Fill in holder, bank and number, or leave all three empty.
transfers-why-not-now = There is nothing to confirm here now. Look at where the application stands.

transfers-title = Account transfers
transfers-text = Applications that were approved and whose account is still to be proven. What the bank was told to send and what came in stands here; the amounts that we send are for the bank alone.
transfers-waiting = Under way
transfers-waiting-none = No account is waiting to be proven
transfers-case = Case
transfers-merchant = Merchant
transfers-state = State
transfers-since = Since
transfers-until = Runs out
transfers-state-choosing = The merchant chooses the way
transfers-state-ordered = To be sent by us
transfers-state-sent = Sent, the merchant tells the amount
transfers-state-awaited = The merchant sends
transfers-orders = Orders to the bank
transfers-orders-text = A file holds every order that waits. Hand it to your bank; each order has a number, so that none is made twice. From the moment the file is made, merchants are told that the amount is on its way.
transfers-orders-by-itself = Orders go to the bank by themselves.
transfers-orders-none = No order is waiting.
transfers-orders-waiting = { $count ->
        [one] One order is waiting.
       *[other] { $shown } orders are waiting.
    }
transfers-orders-export = Make a file of what waits
transfers-orders-file = { $count ->
        [one] File of one order
       *[other] File of { $shown } orders
    }
transfers-import = Take in the bank’s file
transfers-import-text = A CSV file of what came in, with the columns date, amount, payer, account and reference, and currency if there is one. You see what it would do before it does anything. Lines that came before are left out, however often they come.
transfers-file = Bank file
transfers-file-hint = CSV in UTF-8, at most 4 MB.
transfers-look = Look at it first
transfers-files = Bank files
transfers-files-none = No file was taken in yet
transfers-imported-at = Came in
transfers-imported-by = By
transfers-lines = Lines
transfers-line = Line
transfers-wrong = What is wrong
transfers-faults = Lines that can’t be used
transfers-file-waiting = To be confirmed
transfers-file-confirmed = Taken in
transfers-file-dropped = Left aside
transfers-file-title = Bank file of { $when }
transfers-confirm-title = Nothing has happened yet
transfers-confirm-text = Once you take it in, applications whose transfer fits go on, and merchants are told what doesn’t fit.
transfers-confirm = Take it in
transfers-drop = Leave it aside
transfers-dated = Day
transfers-payer = Payer
transfers-outcome = What becomes of it
transfers-outcome-fits = Proves the account
transfers-outcome-differs = Doesn’t fit
transfers-outcome-amount = Another amount
transfers-outcome-payer = Another payer
transfers-outcome-account = Another account
transfers-outcome-nobody = Nobody’s
transfers-outcome-known = Known already
transfers-wrong-date = Its day isn’t one. Write it like 2026-11-28.
transfers-wrong-amount = Its amount isn’t one.
transfers-wrong-payer = It names no payer.
transfers-wrong-too-long = A value is too long.
transfers-refused-not-text = This isn’t a text file in UTF-8.
transfers-refused-empty = There are no lines in it.
transfers-refused-too-many = It has more than 20,000 lines. Divide it.
transfers-refused-column = It has no column “{ $column }”.
transfers-refused-lines = Some lines can’t be used. Nothing of the file was kept.
applications-next-account = Show that the account is yours
notice-account-told = That is the amount. The account is proven.
notice-bank-file-confirmed = The file was taken in.
notice-bank-file-dropped = The file was left aside.
notice-orders-exported = The file is made. Hand it to your bank.
notice-orders-none = No order is waiting.

audit-group-transfer = Account transfers
audit-transfer-begun = Proof of the account began
audit-transfer-way-chosen = Way of the transfer chosen
audit-transfer-sent = Small amount sent to the account
audit-transfer-told-right = Amount told rightly
audit-transfer-told-wrong = Another amount told
audit-transfer-arrived = Transfer from the account arrived
audit-transfer-differed = A transfer came that doesn’t fit
audit-transfer-orders-exported = Made a file of orders for the bank
audit-transfer-file-imported = Took a bank file to look at
audit-transfer-file-confirmed = Took a bank file in
audit-transfer-file-dropped = Left a bank file aside
audit-tenant-own-account-changed = Own account changed
audit-detail-way = Way
audit-detail-outcome = Outcome
audit-detail-lines = Lines
audit-detail-orders = Orders
audit-detail-proven = Accounts proven
audit-field-account-verification = Small transfer before approval
audit-field-signing = Signature before approval

installation-bank = Open the bank
