mail-consent-withdrawn-subject = A consent was withdrawn on case { $case }
mail-consent-withdrawn-body =
    The merchant of case { $case } has taken back a consent that the application rests on.

    Which one stands with the case. While it is needed and missing the case can’t be approved; where it was approved already, look at the channels that rest on it.
mail-consent-withdrawn-action = See the case
