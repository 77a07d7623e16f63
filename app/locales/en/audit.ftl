# The audit log and timelines. Each area's events stand in its own file, as audit-….

audit-title = Audit log
audit-intro = Everything that was done here, by whom and when, in a chain that shows when something was changed afterwards.
audit-verify = Check the chain now
audit-never-verified = The chain has not been checked yet
audit-never-verified-text = A check walks along the whole chain and recomputes every link.
audit-whole = Whole up to event { $place }, checked on { $at }
audit-since =
    { $count ->
        [0] Nothing has been added since.
        [one] { $shown } event has been added since.
       *[other] { $shown } events have been added since.
    }
audit-broken = Broken at event { $place }, checked on { $at }
audit-broken-text = From there on an event was changed, removed or put in. Keep the database as it is, tell the operator, and compare with the last backup.

audit-filters = Filter the log
audit-filter-event = Events about
audit-filter-any = Everything
audit-filter-person = Done by (mail address)
audit-filter-application = Application number
audit-filter-from = From
audit-filter-until = Until
audit-error-date = Enter a date like 2026-11-23.
audit-error-order = “Until” lies before “From”. Put one of them right.
audit-error-person = Enter a mail address like name@example.com.
audit-error-application = Enter a whole application number like GW-7K2M9QX4D.
audit-error-event = Choose one of the list.

audit-none = Nothing has happened yet
audit-none-text = As soon as somebody does something here, it stands in this log.
audit-none-found = No event fits
audit-none-found-text = Take a filter away or choose a longer time.

audit-column-place = No.
audit-column-at = When
audit-column-what = What
audit-column-who = Who
audit-column-case = Application
audit-column-audience = Who may read it

audit-actor-person = A person
audit-actor-visitor = A visitor
audit-actor-system = The system
audit-by-you = You
audit-by-desk = { $brand }
audit-by-system = Automatic

audit-audience-merchant = Merchant and staff
audit-audience-staff = Staff only
audit-audience-confidential = Confidential

audit-group-account = Accounts
audit-group-application = Applications
audit-group-audit = The log itself
audit-group-branding = Branding
audit-group-capability = Capabilities
audit-group-case = Cases
audit-group-consent = Consents
audit-group-credential = API keys
audit-group-document = Papers
audit-group-invitation = Invitations
audit-group-jobs = Jobs
audit-group-member = Members of merchants
audit-group-merchant = Merchants
audit-group-review = Review
audit-group-retention = Retention
audit-group-section = Answers
audit-group-staff = Staff
audit-group-tenant = The tenant

audit-detail = { $label }: { $value }
audit-detail-comma = ;{" "}
audit-detail-section = Section
audit-detail-paper = Paper
audit-detail-consent = Consent
audit-detail-by = By
audit-detail-passkey = Passkey’s id
audit-detail-replaced = In the place of another one
audit-detail-channel = Channel
audit-detail-channels = Channels
audit-detail-request = Request
audit-detail-reason = Reason
audit-detail-reasons = Grounds
audit-detail-verdict = Advice
audit-detail-from = From
audit-detail-to = To
audit-detail-state = State
audit-detail-version = Version
audit-detail-place = Event
audit-detail-role = Role
audit-detail-roles = Roles
audit-detail-field = Field
audit-detail-fields = Fields
audit-detail-environment = Environment
audit-detail-person = Person
audit-detail-document = Paper’s id
audit-detail-file = File
audit-detail-sha256 = SHA-256

audit-audit-verified = Checked the chain: whole
audit-audit-found-broken = Checked the chain: broken
audit-case-claimed = Claimed the case
audit-case-released = Put the case back into the queue
audit-review-advice-given = Gave advice to the second reviewer
audit-review-decision-grounded = Noted the grounds of the decision
audit-merchant-taken-aboard = Merchant number assigned
audit-capability-requested = Channel requested
audit-detail-change = Change’s id
audit-detail-count = How many
audit-detail-ended = Sessions ended
audit-detail-failed = Wrong passwords
audit-detail-findings = Remarks of our checks
audit-detail-holder = Held by
audit-detail-kind = Kind
audit-detail-merchant = Merchant’s id
audit-detail-pages = Pages
audit-detail-refusal = Why
audit-detail-rules = Rules of
audit-detail-session = Session’s id
audit-detail-sessions-ended = Sessions ended
audit-detail-staff = Staff at most
audit-detail-storage = Bytes at most
audit-detail-tenant = Brand’s id
audit-detail-why = Why

audit-why-wrong = wrong password
audit-why-unknown = no such account
audit-why-waiting = too soon after a wrong password
audit-why-locked = locked
audit-why-unconfirmed = address not confirmed

audit-field-name = Name
audit-field-name-en = English name
audit-field-name-zh = Chinese name
audit-field-languages = Languages
audit-field-accent = Accent colour
audit-field-draft-days = Days of an untouched draft
audit-field-changes-days = Days to answer changes
audit-field-test-credentials = Test API keys
audit-field-sla-hours = Working hours to a decision
audit-field-wanted = Channels
audit-field-accepted = Agreement

audit-group-request = Requests for changes
audit-detail-redo = Reason
audit-detail-waiver = Waiver’s id
audit-case-noted = Wrote a note
audit-review-item-accepted = Accepted
audit-review-item-sent-back = Marked to go back
audit-review-item-rejected = Rejected an item
audit-review-waiver-proposed = Proposed to waive
audit-review-waived = Waived: not needed
audit-review-waiver-declined = Declined to waive
audit-merchant-put-ashore = Channels closed until approved again

audit-detail-until = Until
audit-case-assigned = Gave the case to somebody
audit-case-snoozed = Put the case off
audit-case-resumed = Took the case up again
audit-case-woken = The case came back to the queue: its time had come
audit-case-escalated = Handed the case up to the senior reviewers
audit-case-handed-back = Handed the case back to the queue
audit-case-left-untouched = The case came back to the queue: nobody had touched it for four working hours

audit-group-currency-rate = Exchange rates
audit-currency-rate-entered = Entered exchange rates
audit-detail-currencies = Currencies
audit-detail-day = From the day
audit-group-price = Price list
audit-group-offer = Offers
audit-price-proposed = Proposed a price
audit-price-approved = Approved a price
audit-price-declined = Declined a price
audit-offer-proposed = Proposed an offer
audit-offer-approved = Approved an offer
audit-offer-below-cost = Approved an offer below cost
audit-offer-declined = Declined an offer
audit-offer-accepted = Accepted an offer
audit-detail-grounds = Grounds
audit-detail-hold = Hold
audit-detail-ended-on = Last day
audit-detail-end-reason = Reason
audit-detail-ground = Kept by
audit-detail-country = Country
audit-detail-kept-until = Kept until
audit-detail-cause = Why
audit-detail-erasure = Record
audit-ground-hold = A legal hold
audit-ground-law = The law
audit-grounds-below-cost = below cost
audit-grounds-untold = its cost can’t be told
audit-stored-mix-uploaded = Uploaded past payments
audit-stored-mix-deleted = Deleted past payments
audit-detail-payments = Payments
audit-detail-groups = Groups
audit-group-stored-mix = Past payments

audit-group-personal-data = Personal data
audit-personal-data-viewed = Looked at an ID or bank paper
audit-personal-data-revealed = Had masked data shown
audit-field-id-number = ID number
audit-field-phone = Telephone number
audit-field-account-number = Account number
audit-field-iban = IBAN
audit-field-home = Home address
audit-field-alipay-account = Alipay account
