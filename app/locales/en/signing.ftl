# While whoever signs is waited for.

signing-title = Waiting for the signature
signing-lead = Before we take the business aboard, the person who stands for it looks at what was declared in their name, on their own phone, and agrees. Nobody needs an account for that.
signing-who = Who signs
signing-as = As
signing-until = The application runs out on
signing-link = Link
signing-link-none = There is none that is good now. Make one below.
signing-link-mailed = Sent by mail on { $at }, good until { $until }. Not opened yet.
signing-link-shown = Shown here on { $at }, good until { $until }. Not opened yet.
signing-link-opened = Opened on { $opened }, good until { $until }. Not answered yet.
signing-scan = Scan this with the phone of whoever signs
signing-scan-text = They open the camera of their own phone, point it at the picture and follow the link. If they aren’t with you, send them the link below in a way that reaches nobody else.
signing-qr = QR code of the link for whoever signs
signing-copy = Link
signing-once = The link is shown this once, is good for one answer, and ends the one before it.
signing-ways = How the link gets to them
signing-replaces = A new link ends the one before it.
signing-no-mail = No mail address was declared as theirs, so we can’t send the link: show them the picture.
signing-show = Show a link to scan
signing-show-again = Show another link
signing-send-text = Or we send it to the address that was declared as theirs: { $address }
signing-send = Send the link by mail
signing-others = Whoever hands applications in for the business can show the link or have it sent
signing-after = What happens then
signing-after-text = As soon as they have answered, the application goes on. This page goes on by itself; if it doesn’t, look again.
signing-look = Look again
signing-button = Go to the signature
signing-not-now = Nobody is to sign now: the application has gone on.
signing-no-address = No mail address was declared as theirs. Show them the picture to scan.

notice-signing-sent = The link is on its way by mail.

audit-application-signing-link-made = Link for the signature shown
audit-application-signing-link-sent = Link for the signature sent by mail
audit-application-signing-answered = Whoever signs has answered
audit-application-disowned = Signature disowned: the person named knows nothing of it
