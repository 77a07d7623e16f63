# A brand's front page, its staff, invitations and branding.



tenants-role-owner = Owner
tenants-role-owner-hint = Everything: answers, papers, bank account, handing in, members, API keys.
tenants-role-papers = Papers
tenants-role-papers-hint = Answers and papers. No bank account, no API keys.
tenants-role-finance = Finance
tenants-role-finance-hint = The bank account, and what it costs. No papers, no API keys.
tenants-role-developer = Developer
tenants-role-developer-hint = API keys and the API’s documentation. No papers, no bank account.
tenants-role-reviewer = Reviewer
tenants-role-reviewer-hint = Takes cases, checks papers and recommends.
tenants-role-senior-reviewer = Senior reviewer
tenants-role-senior-reviewer-hint = Decides on what another person recommended.
tenants-role-admin = Administrator
tenants-role-admin-hint = Manages staff, branding, settings and API keys, and reads the numbers. Sees no cases.
tenants-role-auditor = Auditor
tenants-role-auditor-hint = Reads the numbers and the audit log and changes nothing.
tenants-role-operator = Operator

tenants-error-name-long = Use at most 80 characters.


notice-staff-invited = The invitation is on its way.
notice-staff-withdrawn = The invitation is withdrawn; its link no longer works.
notice-staff-deactivated = Deactivated. Cases in their hands are back in the queue.
notice-staff-reactivated = Reactivated.
notice-staff-joined = Welcome. Sign in with your new password.



audit-tenant-created = Tenant created
audit-tenant-admin-invited = Administrator invited by the platform
audit-tenant-suspended = Tenant suspended
audit-tenant-resumed = Tenant resumed
audit-tenant-limits-changed = Tenant’s limits changed
audit-jobs-retried = Failed jobs given another round
audit-invitation-sent = Invitation sent
audit-invitation-withdrawn = Invitation withdrawn
audit-invitation-accepted = Invitation accepted
audit-staff-roles-changed = Roles of staff changed
audit-staff-deactivated = Staff deactivated
audit-staff-reactivated = Staff reactivated
audit-case-returned = Case returned to the queue
audit-branding-changed = Branding changed
audit-tenant-settings-changed = Settings changed
audit-operator-made = Operator made
audit-operator-ended = Operator’s right ended
