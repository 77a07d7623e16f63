mail-credential-drawn-subject = An API key of { $merchant } was drawn
mail-credential-drawn-body =
    The secret of a test API key of { $merchant } was just shown to someone who may see it. It was shown once and can't be shown again.

    If nobody of yours did this, revoke the key at once.
mail-credential-drawn-action = See the API keys

mail-credential-revoked-subject = An API key of { $merchant } was revoked
mail-credential-revoked-body =
    An API key of { $merchant } was just revoked. Whatever still uses it is refused from now on.

    If you still need one, make another and put it in place of the old one.
mail-credential-revoked-action = See the API keys
