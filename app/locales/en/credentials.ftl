# API keys.

credentials-title = API keys
credentials-text = With a key your own systems speak to us. Each is shown once; keep it where only your servers can read it.
credentials-early = Keys come with approval
credentials-early-text = Once your application is approved and you have your merchant number, you can make a test key here.
credentials-create = Make a key
credentials-label = Name
credentials-label-hint = What it is for, like "Checkout server". It helps you tell keys apart.
credentials-merchant = Merchant
credentials-environment = Environment
credentials-test = Test
credentials-live = Live
credentials-secret = Secret
credentials-state = State
credentials-state-undrawn = Not drawn yet
credentials-state-active = Active
credentials-state-ended = Revoked
credentials-created = Made
credentials-created-by = Made by
credentials-act = Actions
credentials-draw = Draw the secret
credentials-revoke = Revoke
credentials-none = No keys yet
credentials-none-text = A key you make stands here, without its secret.
credentials-try = Try it
credentials-try-text = This asks who a key speaks for. Put your secret in the place of the dots.
credentials-description = The API's description (OpenAPI)
credentials-new-title = Make a test key
credentials-new-text = A test key works in the sandbox alone: no money moves. You draw its secret in the next step.
credentials-new-submit = Make the key
credentials-drawn-title = Your secret
credentials-drawn-once = This is the only time it is shown
credentials-drawn-once-text = Copy it now. We keep only what is needed to recognise it; nobody can show it to you again. If you lose it, make another key and revoke this one.
credentials-drawn-done = I have kept it
credentials-spent-title = This secret can't be shown
credentials-spent-text = It was shown once already, or the key was revoked. If you don't have the secret, make another key and revoke this one.
credentials-spent-back = See the keys
credentials-revoke-title = Revoke "{ $label }"?
credentials-revoke-text = Whatever uses this key is refused at once. That can't be undone; you can make another key.
credentials-all-title = API keys of all merchants
credentials-all-text = Every key, never a secret. Revoking one tells its merchant's owners.
credentials-all-none-text = Keys that merchants make stand here.
credentials-error-no-number = This merchant has no number yet. Keys come with approval.
credentials-error-many = This merchant has 20 keys that are not revoked. Revoke one first.
credentials-error-label-long = Use at most 80 characters.
credentials-error-merchant = Choose the merchant the key is for.

notice-credentials-created = The key is made. Draw its secret when you are ready to keep it.
notice-credentials-revoked = Revoked.

errors-credential = This API key isn't accepted
errors-credential-next = Check that it is whole and was not revoked. If it is lost, make another one.

audit-credential-created = API key made
audit-credential-drawn = API key's secret drawn
audit-credential-revoked = API key revoked
