mail-confirm-subject = Confirm your e-mail address
mail-confirm-body =
    You registered at { $sender } with { $email }.

    Confirm that this address is yours within { $hours } hours. After that you can ask for a new link on the sign-in page.

    If you did not register, do nothing: without confirmation the account can't be used.
mail-confirm-action = Confirm the address

mail-choose-password-subject = Choose your password to finish registering
mail-choose-password-body =
    { $email } was registered at { $sender } more than once, with different passwords, before it was confirmed. To be sure that nobody else knows the password of your account, please choose it now. That confirms the address too.

    The link works once, within { $minutes } minutes. If you did not register, do nothing.
mail-choose-password-action = Choose a password

mail-already-registered-subject = You already have an account
mail-already-registered-body =
    Someone, perhaps you, just tried to register with { $email }. This address has an account already; nothing was changed.

    You can sign in, or ask for a new password there if you have forgotten yours. If it was not you, you need not do anything.
mail-already-registered-action = Sign in

mail-reset-subject = Set a new password
mail-reset-body =
    Someone, perhaps you, asked for a new password for { $email }.

    The link works once, within { $minutes } minutes. Setting a new password ends every session of this account.

    If it was not you, do nothing: your password stays as it is.
mail-reset-action = Set a new password

mail-password-changed-subject = Your password was changed
mail-password-changed-body =
    The password of { $email } was just changed, and the account's other sessions were ended.

    If it was not you, set a new password at once.
mail-password-changed-action = It was not me: set a new password

mail-locked-subject = Signing in is locked for a while
mail-locked-body =
    There were ten wrong passwords in a row for { $email }. Signing in is locked for half an hour, and for a day once there were a hundred. Sessions that are open stay open.

    If it was not you, someone may be guessing. You need not do anything; a new password ends the lock at once.
mail-locked-action = Set a new password

mail-confirm-change-subject = Confirm your new e-mail address
mail-confirm-change-body =
    This address, { $new }, is to be used for an account at { $sender }.

    Confirm it within { $minutes } minutes. Until then the address used so far stays in use.

    If you know nothing of this, do nothing.
mail-confirm-change-action = Use this address

mail-change-requested-subject = Your e-mail address is to be changed
mail-change-requested-body =
    Someone who is signed in to your account asked to replace { $email } by another address. The change happens once it is confirmed from the new address.

    If it was not you, set a new password at once: that stops the change and ends every session.
mail-change-requested-action = It was not me: set a new password

mail-change-done-subject = Your e-mail address was changed
mail-change-done-body =
    The account that used this address now uses another one. You can no longer sign in with this address, and no more mail comes here.

    If it was not you, write to { $sender } at once.

mail-invitation-subject = You are invited to { $sender }
mail-invitation-body =
    { $sender } invites you to work with it as: { $roles }.

    The invitation is for { $email } and is good for { $hours } hours.
mail-invitation-action = Accept the invitation
