# Words that every page may use.

common-save = Save
common-continue = Continue
common-cancel = Cancel
common-back = Back
common-change = Change
common-remove = Remove
common-close = Close
common-search = Search
common-filter = Filter
common-clear = Clear
common-download = Download
common-yes = Yes
common-no = No
common-any = Any
common-unnamed = Not named yet
common-colon = :{" "}
common-comma = ,{" "}
common-not-given = Not given
common-new-window = (opens in a new window)

notice-saved = Saved.
notice-sent = Sent.
notice-removed = Removed.

form-optional = (optional)
form-error-word = Error:
form-error-title = Error: { $title }
form-summary-heading = There is a problem
form-date-year = Year
form-date-month = Month
form-date-day = Day
form-date-long-term = Long-term, no end date
form-file-drop = Drop a file here or choose one

form-error-required = Fill this in.
form-error-choose = Choose one.
form-error-email = Enter a mail address like name@example.com.
form-error-too-long = Use at most { $max } characters.
form-error-too-short = Use at least { $min } characters.
form-error-date = Enter a date that exists, like 23 11 2026.
form-error-number = Enter a number.
form-error-money = Enter an amount like 1,234.56.
form-error-phone = Enter a phone number with its country code, like +86 138 0013 8000.
form-error-url = Enter a web address that starts with https://.
form-error-file = Choose a file.
form-error-stale = Somebody else saved this meanwhile. What you typed is still here: compare it with what stands now, then save again.

layout-skip = Skip to main content
layout-nav = Main
layout-nav-side = Console
layout-nav-application = Application
layout-nav-credentials = API keys
layout-nav-prices = Prices
layout-nav-members = Members
layout-nav-desk = Desk
layout-nav-console = Console
layout-nav-operator = Operator
layout-nav-overview = Overview
layout-nav-applications = Applications
layout-nav-staff = Staff
layout-nav-branding = Branding
layout-nav-settings = Settings
layout-nav-keys = API keys
layout-nav-fees = Fees
layout-nav-audit = Audit log
layout-nav-tenants = Tenants
layout-nav-health = Health
layout-test-mode = Test mode: no real money moves here
layout-theme = Theme
layout-theme-system = Like the system
layout-theme-light = Light
layout-theme-dark = Dark
layout-sign-in = Sign in
layout-sign-out = Sign out
layout-account = Account
layout-account-own = Your account
layout-help = Help
layout-help-words = Stuck? Reply to any mail you had from us: a person reads it. Have your application number ready; never send a password.
layout-help-words-platform = Stuck? Write to whoever invited you, or reply to any mail you had from us. Never send a password.
layout-run-with = { $brand } onboards merchants with Gangway

errors-request = If you ask us about this, give the number
errors-way-home = Go to the start page
errors-way-sign-in = Sign in
errors-way-again = Open the page again
errors-bad-request = We can’t read what was sent
errors-bad-request-next = Go back, look over what you filled in and send it again. What you saved before is still there.
errors-both-sides = You can’t be on both sides of this
errors-both-sides-next = You took part in this matter already, so another person has to take this step. Hand it to a colleague.
errors-cross-site = This came from another site
errors-cross-site-next = For your safety nothing was done. Open the page here and do it again.
errors-forbidden = You aren’t allowed to do this
errors-forbidden-next = Your role doesn’t include this step. Ask whoever manages your team to do it, or to give you the role.
errors-internal = Something went wrong on our side
errors-internal-next = Nothing that you saved is lost. Open the page again; if it happens again, tell us the number below.
errors-media-type = This kind of content isn’t accepted
errors-media-type-next = Send the form from the page itself; for papers use JPEG, PNG or PDF.
errors-method = This address doesn’t do that
errors-method-next = Go to the start page and follow the links from there.
errors-not-found = This page doesn’t exist
errors-not-found-next = The address may be wrong, or you have no access to what is there. Check it, or go to the start page.
errors-refused = This can’t be accepted as it is
errors-refused-next = Go back, look at what you filled in and send it again.
errors-signed-out = Sign in to go on
errors-signed-out-next = Your session has ended or you haven’t signed in yet. What you saved is still there.
errors-proof = Prove once more that it is you
errors-proof-next = This step asks for a proof that is no older than five minutes. Open the page again: it asks for it.
errors-stale = Somebody else changed this in the meantime
errors-stale-next = Nothing of yours was saved over theirs. Open the page again, see what changed and decide anew.
errors-suspended = These pages are closed for now
errors-suspended-next = Nothing is lost. Try again later, or write to whoever you are in contact with.
errors-timeout = That took too long
errors-timeout-next = Check your connection and try again. What was confirmed before is saved.
errors-too-large = That is too large
errors-too-large-next = A paper may have at most 10 MB. Make it smaller, or take the picture again with less resolution.
errors-too-many = Too many attempts
errors-too-many-next = Wait a moment, then try again.
errors-wait-minutes = Wait { $minutes } minutes, then try again.
errors-unavailable = We can’t do this right now
errors-unavailable-next = A part that we need isn’t answering. Nothing is lost; try again in a minute.

pager-label = Pages
pager-previous = Previous
pager-next = Next
chips-on = On:
steps-label = Steps
steps-done = (done)
steps-here = (you are here)
chart-table = The same as a table

time-now = just now
time-minutes-ago = { $count ->
    [one] 1 minute ago
   *[other] { $shown } minutes ago
}
time-minutes-ahead = { $count ->
    [one] in 1 minute
   *[other] in { $shown } minutes
}
time-hours-ago = { $count ->
    [one] 1 hour ago
   *[other] { $shown } hours ago
}
time-hours-ahead = { $count ->
    [one] in 1 hour
   *[other] in { $shown } hours
}
time-days-ago = { $count ->
    [one] 1 day ago
   *[other] { $shown } days ago
}
time-days-ahead = { $count ->
    [one] in 1 day
   *[other] in { $shown } days
}

upload-send = Upload
upload-list = Files being uploaded
upload-waiting = Waiting
upload-sending = Uploading
upload-checking = Checking the file
upload-done = Uploaded
upload-too-large = This file is larger than { $max }. Make it smaller, or take the picture with less resolution.
upload-empty = This file is empty. Choose it again from where it was saved.
upload-wrong-kind = This kind of file isn’t accepted here. Choose another one.
upload-one-only = Only one file is taken here. Remove this one from the list.
upload-lost = The connection broke. Try again: what arrived before is saved.
upload-cancelled = Stopped
upload-cancel = Stop
upload-retry = Try again

chips-take-away = Take away:

layout-nav-channels = Channels
layout-nav-live = Live keys
layout-nav-screening = Screening lists
layout-nav-retention = Retention
layout-nav-transfers = Transfers
