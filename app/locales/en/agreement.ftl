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
