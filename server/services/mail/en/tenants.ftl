mail-staff-deactivated-subject = Your access at { $sender } has ended
mail-staff-deactivated-body =
    An administrator of { $sender } has ended the staff access of { $email }. Cases you were working on went back to the queue.

    Your login itself stays. If you think this is a mistake, please ask your administrator.

mail-staff-reactivated-subject = You have access at { $sender } again
mail-staff-reactivated-body =
    An administrator of { $sender } has given { $email } its staff access back. You work there as: { $roles }.

    If you did not expect this, please ask your administrator.
mail-staff-reactivated-action = Go to your work

mail-staff-roles-changed-subject = Your roles at { $sender } have changed
mail-staff-roles-changed-body =
    An administrator of { $sender } has changed the roles of { $email }. You work there now as: { $roles }.

    If these roles do not work on cases, those in your hands went back to the queue. If you think this is a mistake, please ask your administrator.
mail-staff-roles-changed-action = Go to your work

mail-operator-made-subject = You can now run { $sender }
mail-operator-made-body =
    { $email } can now run this installation of { $sender }: make tenants, set their limits, suspend them and open them again. From now on your sessions end after 15 minutes without use.

    If you did not expect this, please tell whoever looks after the server at once.
mail-operator-made-action = Go to the tenants

mail-operator-ended-subject = You no longer run { $sender }
mail-operator-ended-body =
    { $email } can no longer run this installation of { $sender }, and every session of this account was ended.

    Your login itself stays. If you think this is a mistake, please tell whoever looks after the server.
