factors-title = Second step and passkeys
factors-text = A password can be guessed or stolen. With a second step nobody gets in with it alone, and sensitive steps ask for it again.
factors-hub-text = An app that shows codes, recovery codes, and passkeys.
factors-hub-link = Second step and passkeys

factors-app = Authenticator app
factors-app-none = You have none yet. Any app that shows six-digit codes will do.
factors-app-since = Set up
factors-app-add = Set up an app
factors-app-replace = Set up another app
factors-app-remove = Remove the app

factors-enrol-title = Set up an authenticator app
factors-enrol-text = Scan this with the app on your phone, or type the key into it. Then type the code that it shows.
factors-enrol-qr = QR code with the key of your account
factors-enrol-secret = The key, for typing
factors-enrol-link = The app is on this device: open it
factors-enrol-code = Six-digit code in the app
factors-enrol-submit = Use this app
factors-enrol-replaces = The app you use so far stops working once you use this one
factors-enrol-or = Or use a passkey
factors-required = A second step is needed
factors-required-text = Whoever works here signs in with more than a password. Set it up once; then you go on.

factors-second-title = One more step
factors-second-text = The password of { $email } is right. Now type the code that your authenticator app shows.
factors-second-text-passkey = The password of { $email } is right. Now use your passkey, or type one of your recovery codes.
factors-second-submit = Go on
factors-second-leave = Sign in as somebody else
factors-code = Code
factors-code-hint = Six digits from the app, or one of your recovery codes. A code works once.

factors-prove-title = Is it you?
factors-prove-text = This step asks for a proof that is no older than five minutes. What you have typed is kept, and done at once afterwards.
factors-prove-submit = Go on

factors-recovery-card = Recovery codes
factors-recovery-left = Codes left
factors-recovery-few = Only a few are left. Draw new ones.
factors-recovery-text = For the day you don’t have your phone. Each works once, instead of a code of the app.
factors-recovery-renew = Draw new codes
factors-recovery-title = Your recovery codes
factors-recovery-once = They are shown this once
factors-recovery-once-text = Print them or keep them in a password manager, not on the phone with the app. Each works once. Codes you had before are worth nothing any more.
factors-recovery-done = I have kept them

factors-passkeys = Passkeys
factors-passkey-text = A passkey on your device or security key signs you in with a fingerprint, a look or a PIN. No password is typed, and none can be stolen.
factors-passkey-absent = For passkeys, this browser must know them and run scripts.
factors-passkey-use = Use a passkey
factors-passkey-sign-in = Sign in with a passkey
factors-passkey-add = Add a passkey
factors-passkey-first = First passkey
factors-passkey-failed = That didn’t work, or was cancelled. Try again, or choose another way.
factors-passkey-name = Name of the passkey
factors-passkey-name-hint = By which you know it again: “work laptop”, “blue key”.
factors-rename-title = Another name
factors-passkey-rename = Rename
factors-passkey-remove = Remove
factors-passkey-since = Added
factors-passkey-used = last used
factors-passkey-unused = not used yet

factors-error-code = This code isn’t right, was used already, or came too soon after a wrong one. Wait for the next one; after ten wrong ones in a row codes are locked for half an hour.
factors-error-first-code = This isn’t the code that the app shows now. Look whether the clock of your phone is right, and type the next code.
factors-error-offer = This key was offered too long ago. Set up the app with the new one.
factors-error-passkey = This passkey wasn’t accepted. Try again, or choose another way.
factors-error-last = This is your only second step, and whoever works here needs one. Set up another first.
factors-error-many = You have a dozen passkeys. Remove one that you don’t use.
factors-error-name = A name has at most 60 characters.

notice-app-added = The app is set up
notice-app-removed = The app is removed
notice-passkey-added = The passkey is added
notice-passkey-renamed = The passkey has its new name
notice-passkey-removed = The passkey is removed
