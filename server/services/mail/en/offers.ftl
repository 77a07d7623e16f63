mail-offer-approved-subject = New prices for { $merchant }
mail-offer-approved-body =
    We have an offer for { $merchant }: what you would pay for each channel. It holds once you accept it; until then your prices stay as they are.

    An owner can read and accept it.
mail-offer-approved-action = See the offer
