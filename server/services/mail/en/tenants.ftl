mail-staff-deactivated-subject = Your access at { $sender } has ended
mail-staff-deactivated-body =
    An administrator of { $sender } has ended the staff access of { $email }. Cases you were working on went back to the queue.

    Your login itself stays. If you think this is a mistake, please ask your administrator.
