# Going on with a phone.

phone-button = Continue on phone
phone-title = On your phone: { $paper }
phone-back = Papers
phone-scan = Open the camera of your phone, point it at the picture and follow the link. It opens the upload of this one paper and nothing else; nobody has to sign in there.
phone-qr = QR code of the link for your phone
phone-copy = Link
phone-once = The link is shown this once and is good for one phone. A new one ends it.
phone-until = Good until { $until }.
phone-follow = As soon as the file has come this page leads back to your papers; if it doesn’t, look again.
phone-look = Look again
phone-used = The file has come
phone-used-text = Go on with the screen on which you began. You can close this page.
phone-over = This link is no longer good
phone-over-text = Its time is over, a newer one has taken its place, or another phone has used it. Begin anew on the screen on which you began.

audit-document-phone-link-made = Link for a phone made
