mail-channel-yes-subject = A channel has said yes to { $name }
mail-channel-yes-body =
    Good news about the application { $case } of { $name }: one of the channels you asked for has said yes.

    Which one, and what comes next, stands on the page of your channels.
mail-channel-yes-action = See your channels

mail-channel-no-subject = A channel has said no to { $name }
mail-channel-no-body =
    One of the channels in the application { $case } of { $name } has said no, or has ended what it had opened.

    Which one stands on the page of your channels. Your other channels go on as before.
mail-channel-no-action = See your channels

mail-channel-suspended-subject = A channel has stopped for now for { $name }
mail-channel-suspended-body =
    One of the channels of { $name } (application { $case }) has stopped for now. Payments through it are not possible until it opens again.

    Which one stands on the page of your channels. Your other channels go on as before.
mail-channel-suspended-action = See your channels
