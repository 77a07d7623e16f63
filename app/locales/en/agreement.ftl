# The merchant agreement. A new version is a new key; old ones stay, because people have accepted them.

applications-agreement-2026-11 =
    1. Who agrees. The company named in this application (you) and the operator of this portal (we).

    2. What we do. We check what you give, bring you to the channels you choose, and give you access to test and, after approval, live payments. Each channel decides for itself whether it takes you.

    3. What you confirm. Everything you give is true, complete and your own; the legal representative and the people named know of it and agree that we check it. You tell us within ten working days when something changes: name, licence, legal representative, beneficial owners, bank account, line of business.

    4. What you sell. Only what the law and your licence allow. You don’t lend your merchant number or your keys to anyone and don’t let others’ payments run through them.

    5. Personal data. We use what you give to check the application, to bring it to the channels you choose, and to meet our duties against money laundering. ID and account data are stored encrypted and shown to the people who need them alone. We keep them as long as the law demands: in mainland China ten years after our relationship ends.

    6. Money. Fees are those you accept in an offer; without an accepted offer no live payment runs.

    7. Ending. You can withdraw this application until it is decided, and end the relationship with thirty days’ notice. We may refuse or limit services where the law, a channel or a risk demands it, and tell you the reason where we may.

    8. Law. The law of the place where the operator of this portal is registered applies.

# Separate consents 单独同意: each text with a heading of its own.

applications-consent-sensitive-data-heading = Sensitive personal data (version { $version })
applications-consent-sensitive-data-2026-11-24 =
    What: ID numbers and pictures of ID documents of the people named in this application, and the bank account number.

    What for: to check who they are and that the account is the business’s own, as the law against money laundering demands. Without it we can’t check the application.

    How long: as long as the law demands, in mainland China ten years after our relationship ends. It is stored encrypted, and seen by the people who check it alone.

    If you withdraw: the application can’t go on, or what was opened is closed; what the law makes us keep is kept and used for nothing else.

applications-consent-abroad-heading = Sending abroad (version { $version })
applications-consent-abroad-2026-11-24 =
    What: business data, names, ID data and bank data of this application.

    Where: to the channels you chose whose companies sit in another country than your business, under the contracts that the law of your country asks for.

    What for: so that these channels can check your business and open payments.

    If you withdraw: these channels can’t be opened, or are closed. The others aren’t touched.

applications-consent-receiver-alipay-heading = Alipay as receiver (version { $version })
applications-consent-receiver-alipay-2026-11-24 =
    Receiver: Alipay.com Co., Ltd. and its group companies, whose own privacy notice and contact stand on its site.

    What: business data, the people named in this application with their ID data, and the bank account.

    What for: so that Alipay can check your business and open payments.

    If you withdraw: Alipay can’t be opened, or is closed. The other channels aren’t touched.

applications-consent-receiver-wechat-pay-heading = WeChat Pay as receiver (version { $version })
applications-consent-receiver-wechat-pay-2026-11-24 =
    Receiver: Tenpay Payment Technology Co., Ltd. and its group companies, whose own privacy notice and contact stand on its site.

    What: business data, the people named in this application with their ID data, and the bank account.

    What for: so that WeChat Pay can check your business and open payments.

    If you withdraw: WeChat Pay can’t be opened, or is closed. The other channels aren’t touched.

applications-consent-receiver-apple-pay-heading = Apple Pay as receiver (version { $version })
applications-consent-receiver-apple-pay-2026-11-24 =
    Receiver: the Apple company responsible for the place of your business, whose own privacy notice and contact stand on its site.

    What: business data, the people named in this application with their ID data, and the bank account.

    What for: so that Apple Pay can check your business and open payments.

    If you withdraw: Apple Pay can’t be opened, or is closed. The other channels aren’t touched.

applications-consent-receiver-google-pay-heading = Google Pay as receiver (version { $version })
applications-consent-receiver-google-pay-2026-11-24 =
    Receiver: the Google company responsible for the place of your business, whose own privacy notice and contact stand on its site.

    What: business data, the people named in this application with their ID data, and the bank account.

    What for: so that Google Pay can check your business and open payments.

    If you withdraw: Google Pay can’t be opened, or is closed. The other channels aren’t touched.

applications-consent-receiver-paypal-heading = PayPal as receiver (version { $version })
applications-consent-receiver-paypal-2026-11-24 =
    Receiver: the PayPal company responsible for the place of your business, whose own privacy notice and contact stand on its site.

    What: business data, the people named in this application with their ID data, and the bank account.

    What for: so that PayPal can check your business and open payments.

    If you withdraw: PayPal can’t be opened, or is closed. The other channels aren’t touched.
