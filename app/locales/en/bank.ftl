# The bank of the embedded run.

bank-title = Bank
bank-lead = The bank of this trial run. Nothing is really sent; what Gangway would have had sent stands here, newest first.
bank-payee = To
bank-account = Account
bank-amount = Amount
bank-reference = Reference
bank-empty = Nothing sent yet
bank-empty-text = Once an application’s account is to be proven, its small transfer stands here.
bank-incoming = When a merchant sends
bank-incoming-text = Write what came in as a CSV file and take it in under Transfers in the console:
