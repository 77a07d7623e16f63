# What a kind of merchant has to give: the words of the requirement rules.

applications-kind-cn-enterprise = Company in mainland China
applications-kind-cn-enterprise-hint = A company with a business licence (营业执照) and a unified social credit code that begins with 91.

applications-section-business = Business
applications-section-representative = Legal representative
applications-section-bank = Bank account
applications-section-channels = Channels wanted
applications-section-agreement = Agreement

applications-section-business-intro = As it stands on the business licence.
applications-section-representative-intro = The person named on the business licence as legal representative.
applications-section-bank-intro = Where takings are settled to: a corporate account in the company’s own name.
applications-section-channels-intro = The wallets your customers are to pay with.
applications-section-agreement-intro = What we agree on before you hand in.

applications-group-registered-address = Registered address

applications-field-legal-name = Company name
applications-field-legal-name-hint = Exactly as on the licence, in Chinese characters.
applications-field-uscc = Unified social credit code
applications-field-uscc-hint = 18 digits and letters, top of the licence. Spaces don’t matter.
applications-field-province = Province
applications-field-city = City
applications-field-district = District or county
applications-field-street = Street and number
applications-field-licence = Term of the licence
applications-field-licence-hint = From the day of establishment. Tick “no end” where the licence says 长期.
applications-field-scope = Scope of business
applications-field-scope-hint = As on the licence; you may shorten it to what you sell.

applications-field-representative-name = Name
applications-field-representative-name-hint = As on the ID card, family name first.
applications-field-id-kind = Kind of ID
applications-id-kind-resident-id = Resident identity card of mainland China
applications-field-id-number = ID number
applications-field-id-number-hint = 18 characters; the last may be an X. Stored encrypted, shown masked.
applications-field-id-validity = Validity of the ID
applications-field-id-validity-hint = On the back of the card. Tick “no end” where it says 长期.
applications-field-phone = Mobile phone
applications-field-phone-hint = A number of mainland China, or + and the country code. Stored encrypted.

applications-field-account-holder = Account holder
applications-field-account-holder-hint = The same as the company name: an account in another name can’t be used.
applications-field-bank-name = Bank
applications-field-bank-name-hint = For example Industrial and Commercial Bank of China (中国工商银行).
applications-field-cnaps = Branch number (CNAPS)
applications-field-cnaps-hint = 12 digits; your branch or the account opening letter has it.
applications-field-account-number = Account number
applications-field-account-number-hint = Digits only. Stored encrypted, shown masked.

applications-field-channels-wanted = Channels
applications-field-channels-wanted-hint = Choose at least one. You can ask for more later.

applications-field-agreement-accepted = I accept the merchant agreement on behalf of the company and confirm that what I have given is true and complete.
applications-field-agreement-accepted-hint = The time, the version of the text and your network address are recorded.

applications-paper-business-licence = Business licence
applications-paper-business-licence-hint = The original, whole page in colour, all four corners and the QR code in the picture, nothing covered.
applications-paper-representative-id-front = Legal representative’s ID, portrait side
applications-paper-representative-id-front-hint = The original card, all four corners in the picture, no glare, every character readable.
applications-paper-representative-id-back = Legal representative’s ID, emblem side
applications-paper-representative-id-back-hint = The original card, all four corners in the picture; the dates must be readable.
applications-paper-bank-proof = Proof of the bank account
applications-paper-bank-proof-hint = The account opening letter or the basic deposit account information. It makes the review quicker.

