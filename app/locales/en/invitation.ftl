# Words of invitation.

invitation-title = { $brand } invites you
invitation-member-title = Join { $merchant }
invitation-business = Business
invitation-for = For
invitation-accept = Accept the invitation
invitation-sign-in = Sign in and accept
invitation-sign-in-text = You have a login already. Sign in with it, then accept.
invitation-sign-out-text = You are signed in with another address. Sign out, then open this link again and go on as { $email }.
invitation-join = Join
invitation-join-text = Choose a password for your new login. With it you sign in from now on.
invitation-password = Password
invitation-password-hint = At least 15 characters. A few unrelated words are strong and easy to keep.
invitation-at-merchant = You hold or held a role at a merchant here. You won’t be able to review that merchant’s applications.
invitation-judge = You work on cases here. If you accept, you can never review this business’s applications again, and those of its cases that are in your hands go back to the queue.
invitation-judged-title = You can’t take a role at this business
invitation-judged-text = You recommended or decided on an application of this business. Nobody stands on both sides of one decision, so this invitation is not for you; the business isn’t told why. Please don’t pass it on.
invitation-closed-title = This invitation is no longer open
invitation-closed-text = It was accepted, withdrawn or has run out. Ask whoever invited you for a new one.
