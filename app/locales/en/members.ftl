# A merchant's people.

members-title = Members
members-all = All your businesses
members-places-text = You belong to several businesses. Choose one to see who else does, and what you do there.
members-you-are = You are: { $roles }
members-you = You
members-your-part = What you do here:
members-rest = Everything else is the part of others: you don’t see it, and need not do anything about it. If you need more, ask an owner.
members-people = Who belongs to this business
members-owners = Its owners
members-since = since { $day }
members-since-label = Member since
members-invite-title = Invite someone to this business
members-invite-text = They get a mail with a link that works once, for 72 hours. Whoever accepts it must have this very address. Choose no more than what they need.
members-roles = What they do
members-good-until = good until { $when }
members-was-good-until = was good until { $when }
members-remove = Take every role away
members-remove-text = They lose access to this business at once and are told so by mail. What they did stays on record.
members-remove-self-text = This is you: you lose access to this business at once, and another owner has to invite you again.
members-leave = Leave this business
members-leave-text = You give up every role here at once, and its owners are told. To come back you need an invitation. Even afterwards you can’t review this business’s applications.

members-error-roles = Choose at least one.
members-error-already-invited = This address has an open invitation already. Withdraw that one first to send another.
members-error-already-here = This person belongs to the business already. On the page of members, choose their address to change what they do.
members-error-full = A business has at most 50 members, open invitations included. Withdraw an invitation or take somebody’s roles away first.
members-error-too-often = This address has had several mails from us within the hour. Try again later.
members-error-last-owner = A business needs an owner, and this is the only one. Make somebody else an owner first.

members-elsewhere = At { $merchant } you look after the API keys
members-elsewhere-text = Applications, papers and the bank account there are the part of others.
members-elsewhere-keys = Go to the API keys

notice-member-invited = The invitation is on its way.
notice-member-withdrawn = The invitation is withdrawn; its link no longer works.
notice-member-changed = Saved.
notice-member-removed = They no longer belong to this business.
notice-member-left = You have left the business.
notice-member-joined = Welcome. Sign in with your new password.

audit-member-joined = Joined a merchant
audit-member-roles-changed = Roles at a merchant changed
audit-member-removed = Roles at a merchant ended
audit-member-left = Left a merchant
