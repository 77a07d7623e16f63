# The page at the root of an installation.

installation-title = Come aboard digital-wallet payments
installation-lead = Gangway takes merchants from application to live payments with Alipay, WeChat Pay, Apple Pay, Google Pay and PayPal.
installation-sign-in = Sign in
installation-account = Go to your account
installation-mailbox = Open the mailbox
installation-merchants = Merchants
installation-merchants-text = Your payment provider gave you an address of its own. Open it to see what you need and to apply.
installation-staff = Staff
installation-staff-text = Sign in with the address you were invited under, then choose where to work.
installation-embedded = Trying it out
installation-embedded-text = This is an embedded run. Its logins were printed when it started and are kept in its folder as logins.txt; every mail it sends goes to the mailbox.
