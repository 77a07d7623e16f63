mail-sender = { $sender }
mail-footer = This mail went to { $to }. Links in it open one thing once; nobody of ours will ever ask for your password.

mail-role-owner = owner
mail-role-papers = papers
mail-role-finance = finance
mail-role-developer = developer
mail-role-reviewer = reviewer
mail-role-senior-reviewer = senior reviewer
mail-role-admin = admin
mail-role-auditor = auditor
mail-role-operator = operator
