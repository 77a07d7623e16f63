accounts-email = E-mail address
accounts-email-new = New e-mail address
accounts-password = Password
accounts-password-current = The password you use now
accounts-password-choose = Choose a password
accounts-password-hint = At least 15 characters, of any kind, spaces too. A few unrelated words are good; a password manager is better.

accounts-error-email-long = This address is too long: at most 254 characters.
accounts-error-email-taken = This address is used by another account by now. Choose another one, or use that account.
accounts-error-password-short = Use at least { $min } characters. You can make a sentence of it.
accounts-error-password-long = Use at most { $max } characters.
accounts-error-password-common = This is guessed too soon: it is common, a pattern, or made of your address or the name of this service. Choose something less likely, such as a few unrelated words.
accounts-error-password-wrong = This isn’t the password, or there were several wrong ones just now. Wait a few seconds and try again; after ten in a row it is locked for half an hour.
accounts-error-sign-in = We can’t sign you in with this. Look over address and password. After several wrong passwords wait a few seconds; after ten in a row signing in is locked for half an hour.

accounts-register-title = Register at { $brand }
accounts-register-intro = You need an e-mail address and a password, nothing else for now. We send you a mail to confirm the address.
accounts-register-submit = Register
accounts-register-link = Register
accounts-register-known = You have an account already?

accounts-sign-in-title = Sign in
accounts-sign-in-submit = Sign in
accounts-sign-in-new = New here?
accounts-sign-out-submit = Sign out

accounts-unconfirmed-title = Confirm your address first
accounts-unconfirmed-banner = Your address isn’t confirmed yet
accounts-unconfirmed-text = We sent a mail to { $email } when you registered. Open the link in it, then sign in.

accounts-sent-title = Look into your mail
accounts-sent-registration = We have sent a mail to the address you gave. Open the link in it within 24 hours to go on.
accounts-sent-confirmation = If the address is registered and not confirmed yet, a mail with a new link is on its way. The link is good for 24 hours; an earlier one no longer is.
accounts-sent-reset = If the address has an account, a mail is on its way to it. The link in it is good for 30 minutes and works once; an earlier one no longer does.
accounts-sent-change = We have sent a link to the new address. It is good for 30 minutes; until you open it, the address used so far stays in use. The old address gets a notice.
accounts-sent-look = Nothing there after a few minutes? Look among unwanted mail, and check the address for slips.
accounts-sent-reset-again = Ask for a new link

accounts-confirm-address-title = Confirm your address
accounts-confirm-address-text = { $email } is yours? Then confirm it, and sign in.
accounts-confirm-address-submit = Confirm the address
accounts-confirm-change-title = Use your new address
accounts-confirm-change-text = From now on you sign in with { $email }, and mail from us goes there.
accounts-confirm-change-submit = Use this address
accounts-confirm-again-title = Get the link again
accounts-confirm-again-text = Give the address you registered with. If it isn’t confirmed yet, we send it a new link.
accounts-confirm-again-submit = Send the link again
accounts-confirm-again-link = No mail to confirm your address?

accounts-forgotten-title = Set a new password
accounts-forgotten-text = Give the address of your account. We send it a link with which you set a new password.
accounts-forgotten-submit = Send the link
accounts-forgotten-link = Forgotten your password?

accounts-new-password-title = Choose a new password
accounts-new-password-text = For { $email }. Once it is set, every session of this account ends and you sign in with the new one.
accounts-new-password-submit = Set the password

accounts-link-gone-title = This link no longer works
accounts-link-gone-confirmation = It was used, replaced by a newer one, or is older than 24 hours. If your address is confirmed, just sign in.
accounts-link-gone-reset = It was used, replaced by a newer one, or is older than 30 minutes.
accounts-link-gone-change = It was used, replaced by a newer one, or is older than 30 minutes. Ask for the change again from your account.

accounts-hub-title = Your account
accounts-hub-login = How you sign in
accounts-hub-password-hidden = Not shown
accounts-hub-sessions-text = See in which browsers you are signed in, and end what you don’t know.
accounts-hub-sessions-link = See sessions
accounts-places-title = Where to go
accounts-places-none = Nowhere yet
accounts-places-none-text = You belong to no business and no team so far. To apply, open the page of the brand you want to work with; to join a team, open the invitation in your mail.
accounts-side-merchant = your business
accounts-side-desk = review desk
accounts-side-console = console
accounts-side-operator = platform

accounts-change-password-title = Change your password
accounts-change-password-text = Afterwards you stay signed in here; every other session ends.
accounts-change-password-submit = Change the password
accounts-change-email-title = Change your address
accounts-change-email-text = You use { $email }. The new address is used once you have opened the link that we send to it.
accounts-change-email-submit = Send the link

accounts-sessions-title = Your sessions
accounts-sessions-text = Each is a browser in which you are signed in. If you don’t know one, end it and change your password.
accounts-sessions-end-others = End all others
accounts-session-device = { $browser } on { $system }
accounts-session-device-unknown = Unknown browser
accounts-session-from = from
accounts-session-since = signed in
accounts-session-seen = last used
accounts-session-current = This browser
accounts-session-end = End

notice-signed-out = You are signed out.
notice-confirmed = Your address is confirmed. Sign in to go on.
notice-password-set = Your new password is set. Sign in with it.
notice-password-changed = Your password is changed. All other sessions have ended.
notice-email-changed = Your new address is in use.
notice-session-ended = The session has ended.
notice-sessions-ended = All other sessions have ended.

audit-account-registered = Account registered
audit-account-registered-again = Registration tried for an address that has an account
audit-account-confirmation-asked = Confirmation link asked for
audit-account-confirmed = Address confirmed
audit-account-signed-in = Signed in
audit-account-sign-in-failed = Sign-in failed
audit-account-signed-out = Signed out
audit-account-locked = Locked after wrong passwords
audit-account-reset-asked = New password asked for
audit-account-password-reset = Password set by link
audit-account-password-changed = Password changed
audit-account-password-check-failed = Wrong password at a change
audit-account-email-change-asked = Change of address asked for
audit-account-email-changed = Address changed
audit-account-session-ended = Session ended
audit-account-other-sessions-ended = All other sessions ended
audit-account-set-aside = Registration nobody had confirmed set aside
audit-account-second-step = Second step taken
audit-account-proved = Proved who they are
audit-account-code-refused = Wrong code
audit-account-codes-locked = Codes not taken for a while
audit-account-totp-added = Authenticator app set up
audit-account-totp-removed = Authenticator app removed
audit-account-passkey-added = Passkey added
audit-account-passkey-renamed = Passkey renamed
audit-account-passkey-removed = Passkey removed
audit-account-passkey-refused = Passkey refused
audit-account-recovery-renewed = Recovery codes renewed
audit-account-recovery-used = Recovery code used
audit-account-factors-forgotten = Second steps taken away from the command line
audit-account-closed = Account closed
