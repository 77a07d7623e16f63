# The page of whoever signs, on their own phone.

sign-title = Is this you, and is it right?
sign-lead = { $business } has applied to { $brand } and named you, { $name }, as the person who stands for it.
sign-what = Please read what was declared in your name. If it is right, accept the agreement and confirm. If you know nothing of it, say so: nothing happens in your name then.
sign-you = You
sign-business = Business
sign-number = Application
sign-handed-in = Handed in on
sign-until = This link is good until
sign-declared = What was declared
sign-masked = Of numbers only the last characters are shown, so that nobody who sees this screen can use them.
sign-agreement = What you agree to
sign-agreed = I am the person named above, what was declared is right, and I accept the agreement.
sign-confirm = Confirm
sign-not-me = That isn’t me
sign-not-me-text = You don’t know this application, or you didn’t allow it. We stop it and look into it. Whoever applied isn’t told what you answered.
sign-disown = I know nothing of this
sign-answered = Thank you
sign-answered-text = Your answer is kept, with its time and the network address it came from. You can close this page.
sign-over = This link is no longer good
sign-over-text = A newer link has taken its place, its time is over, or nothing is to be signed any more. If you still mean to answer, ask whoever applied for a new link.
sign-error-agreed = Tick the box to confirm. If something isn’t right, don’t confirm; talk to whoever applied, or say that it isn’t you.
sign-error-answer = Confirm, or say that it isn’t you.
sign-closed = Nothing was kept: this link was used before, has been replaced, or its time is over.
sign-not-ready = You can’t confirm yet: something that the application needs was taken back meanwhile. Ask whoever applied to put it right; this link stays good.
