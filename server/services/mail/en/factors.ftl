mail-codes-locked-subject = Codes are not taken for a while
mail-codes-locked-body =
    After your right password there were ten wrong codes in a row for { $email }. Codes are not taken for half an hour, and for a day once there were a hundred. A passkey still works.

    If it was not you, somebody knows your password: set a new one at once.
mail-codes-locked-action = It was not me: set a new password

mail-totp-added-subject = Your account got an authenticator app
mail-totp-added-body =
    From now on { $email } is asked for a code of the app that was just set up, after the password and before sensitive steps.

    If it was not you, set a new password at once and tell us.
mail-totp-added-action = It was not me: set a new password

mail-totp-removed-subject = The authenticator app of your account was removed
mail-totp-removed-body =
    Codes of the authenticator app of { $email } are not taken any more.

    If it was not you, set a new password at once and tell us.
mail-totp-removed-action = It was not me: set a new password

mail-factors-forgotten-subject = Your second steps were taken away
mail-factors-forgotten-body =
    Whoever runs this installation took away the authenticator app, the passkeys and the recovery codes of { $email }, because somebody said that they were lost. Every session has ended. Sign in with your password, and set up another app or passkey at once: until then the password alone opens the way to it.

    If it was not you who asked, set a new password at once and tell us.
mail-factors-forgotten-action = Sign in

mail-passkey-added-subject = Your account got a passkey
mail-passkey-added-body =
    A passkey was just added to { $email }. Whoever has it can sign in with it, without the password.

    If it was not you, set a new password at once and tell us.
mail-passkey-added-action = It was not me: set a new password

mail-passkey-removed-subject = A passkey of your account was removed
mail-passkey-removed-body =
    A passkey of { $email } was just removed. It no longer opens the account.

    If it was not you, set a new password at once and tell us.
mail-passkey-removed-action = It was not me: set a new password

mail-recovery-used-subject = A recovery code of yours was used
mail-recovery-used-body =
    One of the recovery codes of { $email } was just used instead of a code of the app. It is used up. See on the page of your account how many are left, and draw new ones in time.

    If it was not you, set a new password at once and tell us.
mail-recovery-used-action = It was not me: set a new password

mail-recovery-renewed-subject = You have new recovery codes
mail-recovery-renewed-body =
    New recovery codes were just drawn for { $email }. The codes before them are worth nothing any more.

    If it was not you, set a new password at once and tell us.
mail-recovery-renewed-action = It was not me: set a new password

mail-bank-changed-subject = The bank account of { $merchant } was changed
mail-bank-changed-body =
    Someone who is signed in and may do so has changed the bank account that { $merchant } gave in an application. What it was before and is now stands in the application alone.

    If nobody of yours did this, change it back and tell us at once.
mail-bank-changed-action = See the applications

mail-address-in-use-subject = This is your e-mail address from now on
mail-address-in-use-body =
    You sign in with { $new } from now on, and mail from us comes here.

    If it was not you, set a new password at once and tell us.
mail-address-in-use-action = It was not me: set a new password
