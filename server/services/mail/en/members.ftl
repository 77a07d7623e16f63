mail-merchant-unnamed = a business that has no name yet

mail-member-invitation-subject = You are invited to { $merchant } at { $sender }
mail-member-invitation-body =
    An owner of { $merchant } invites you to work on it at { $sender } as: { $roles }.

    The invitation is for { $email } and is good for { $hours } hours. If you don’t know this business, do nothing.
mail-member-invitation-action = See the invitation

mail-member-joined-subject = Somebody has joined { $merchant }
mail-member-joined-body =
    An invitation to { $merchant } at { $sender } was accepted. Who belongs to your business now, and as what, stands on its page of members.

    If you did not expect this, take the roles away there.
mail-member-joined-action = See the members

mail-member-roles-changed-subject = Your part at { $merchant } has changed
mail-member-roles-changed-body =
    An owner of { $merchant } has changed what { $email } does there at { $sender }. What it is now stands on the page of members.

    If you think this is a mistake, please ask an owner of the business.
mail-member-roles-changed-action = See what you do there

mail-member-removed-subject = You no longer belong to { $merchant }
mail-member-removed-body =
    An owner of { $merchant } has ended every role of { $email } there at { $sender }.

    Your login itself stays. If you think this is a mistake, please ask an owner of the business.

mail-member-left-subject = Somebody has left { $merchant }
mail-member-left-body =
    Somebody gave up their roles at { $merchant } at { $sender }. Who belongs to your business now stands on its page of members.
mail-member-left-action = See the members
