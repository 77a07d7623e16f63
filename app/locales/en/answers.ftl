# What is missing, wrong or doubtful in an answer: what it is and how to put it right.

error-required = Fill this in.
error-choose = Choose one.
error-choose-some = Choose at least one.
error-accept = Tick the box if you accept. Without it the application can’t be handed in.
error-accept-version = The text has changed since you opened the page. Read it again and accept it anew.
error-too-long = Use at most { $max } characters.
error-control-characters = Remove the characters that can’t be seen, and paste the text again as plain text.
error-date = Enter a day that exists, with the year in four digits.
error-digits = Enter { $min } to { $max } digits and nothing else.
error-phone = Enter a mobile number of 11 digits, or + with country code and number.
error-email = Enter a mail address like name@example.com.
error-channel-not-offered = { $channel } isn’t offered. Choose from the list.
error-validity-future = The first day lies in the future. Enter the day on which it began.
error-validity-order = The last day has to come after the first. Compare both with the paper.
error-validity-over = It has run out. You need one that is still valid; renew it first, then go on here.
error-validity-both = Give either a last day or “no end”, not both.
error-account-holder-differs = The account holder isn’t the company. Use an account in the company’s own name, or put the name right.

error-cn-uscc-length = A code has 18 digits and letters. Count yours again on the licence.
error-cn-uscc-alphabet = A code has digits and capital letters only, and never I, O, S, V or Z. Look again: 0 or O, 1 or I?
error-cn-uscc-region = Digits 3 to 8 name the place of registration, and these name none. Compare them with the licence.
error-cn-uscc-check-digit = The last character doesn’t fit the others, so one of them is wrong. Compare each with the licence.
warn-cn-uscc-region = The place of registration in the code isn’t one we know.
warn-cn-uscc-organisation-code = The organisation code inside the code doesn’t check. Some older codes are so.

error-cn-resident-id-length = An ID number has 18 characters. Count yours again on the card.
error-cn-resident-id-alphabet = An ID number has 17 digits and then a digit or X.
error-cn-resident-id-check-digit = The last character doesn’t fit the others, so one of them is wrong. Compare each with the card.
error-cn-resident-id-date = The birth date inside the number doesn’t exist. Compare digits 7 to 14 with the card.
error-cn-resident-id-future = The birth date inside the number lies in the future. Compare digits 7 to 14 with the card.
warn-cn-resident-id-region = The region in the number isn’t one we know.

warn-cnaps-length = A branch number has 12 digits. We keep yours; please look again.
warn-cnaps-alphabet = A branch number has digits only. We keep yours; please look again.
warn-cnaps-check-digit = The last digit doesn’t fit the others. We keep the number; please look again.
warn-cnaps-bank = The number belongs to another bank ({ $bank }). Please look again at both.

warn-uscc-class = The code begins with { $found }; codes of this kind of merchant begin with { $expected }.
warn-uscc-province = The code was given in { $english } ({ $chinese }), the address lies elsewhere. That can be right after a move.
warn-id-before-birth = The card is older than its holder. Please look again at the dates.
warn-id-term = { $years ->
    [open] At this age cards have no end. Please look again at the dates.
   *[other] At this age cards run { $years } years. Please look again at the dates.
}
warn-validity-ends-soon = It ends soon; days left: { $days }. You will be asked for a new one.
