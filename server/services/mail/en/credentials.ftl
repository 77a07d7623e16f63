mail-credential-drawn-subject = An API key of { $merchant } was drawn
mail-credential-drawn-body =
    The secret of an API key of { $merchant } was just shown to someone who may see it. It was shown once and can't be shown again.

    If nobody of yours did this, revoke the key at once.
mail-credential-drawn-action = See the API keys

mail-credential-rotated-subject = An API key of { $merchant } was replaced
mail-credential-rotated-body =
    An API key of { $merchant } was just replaced by a new one, whose secret was shown once to someone who may see it. The old one stops working at the end of the overlap that was chosen.

    If nobody of yours did this, revoke both keys at once.
mail-credential-rotated-action = See the API keys

mail-credential-revoked-subject = An API key of { $merchant } was revoked
mail-credential-revoked-body =
    An API key of { $merchant } was just revoked. Whatever still uses it is refused from now on.

    If you still need one, make another and put it in place of the old one.
mail-credential-revoked-action = See the API keys

mail-live-opened-subject = Live API keys are open to { $merchant }
mail-live-opened-body =
    { $merchant } may have live API keys from now on. You make a key and draw its secret yourselves: nobody here ever sees it.

    With a live key real money moves. Keep it where only your servers can read it.
mail-live-opened-action = Make a live key

mail-live-ended-subject = Live API keys of { $merchant } have ended
mail-live-ended-body =
    None of the channels of { $merchant } is open any more. With the last one the right to live API keys has ended, and every live key was revoked.

    Test keys go on. When a channel opens again, live keys can be opened again too.
mail-live-ended-action = See the API keys

mail-credential-expiring-subject = An API key of { $merchant } ends within 7 days
mail-credential-expiring-body =
    An API key of { $merchant } reaches its last day within 7 days. After that, whatever still uses it is refused.

    Make another one in time and put it in place of the old one.
mail-credential-expiring-action = See the API keys
