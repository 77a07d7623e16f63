# What a merchant agreed to, and taking it back.

consents-title = Consents
consents-intro = What was agreed to with this application: each text in the version that was accepted, when, by whom and from which network address. Each can be taken back at any time; what follows is said before.
consents-none = Nothing has been agreed to yet.
consents-back-status = Where it stands
consents-stands = Given
consents-withdrawn = Withdrawn
consents-given = Given by { $who } on { $when }, from { $address }
consents-withdrawn-by = Withdrawn by { $who } on { $when }
consents-withdrawn-at = Withdrawn on { $when }
consents-state = State
consents-who = Given by
consents-when = When
consents-from = Network address
consents-lacking = Missing: { $consent }
consents-lacking-draft = It can’t be handed in without it. It is given in its section.
consents-lacking-review = We can’t approve the application while it is missing. Read the text and give it again, or withdraw the application.
consents-lacking-channel = What rests on it may be closed. Please ask us what happens to your channels, or read the text and give it again.
applications-submit-consents = A consent that is needed isn’t given. Look at the consents, and give it there.
consents-to-section = Go to the section
consents-give-again = Give it again
consents-withdraw-title = Withdraw this consent
consents-withdraw = Withdraw
consents-follows-undone = The section in which it was given is no longer done, and the application can’t be handed in until it is given again. Nothing else changes.
consents-follows-stops-approval = The desk sees it at once, and can’t approve the application while this consent is needed and missing. What we had to keep by then is kept as the law demands. You can give it again here.
consents-follows-channel = Your application was approved on the strength of it. The desk is told at once, and the channel that rests on it may be limited or closed. Ask us what happens before you withdraw. You can give it again here.
consents-follows-noted = The application has ended: it is noted, and nothing rests on it any more. What the law makes us keep is kept and used for nothing else.
consents-desk-lacking = A needed consent is missing
consents-desk-lacking-text = The merchant took it back. The case can’t be approved until it is given again; it can be rejected or returned.

notice-consent-withdrawn = The consent is withdrawn.
notice-consent-given = Thank you. The consent is given.

audit-consent-withdrawn = Consent withdrawn
audit-consent-given = Consent given again
