# Papers: what is asked for, what has come, what is wrong with it.

documents-title = Papers
documents-lead = Send clear colour photographs or scans of the originals, each file at most { $max }. Each is checked as soon as it has come, and can be handed in after that.
documents-checking = We are looking at what you sent
documents-checking-text = This takes some seconds. You can go on with the rest meanwhile.
documents-look-again = Look again
documents-required = Required
documents-optional = Only if you have it
documents-closed = Nothing was sent, and nothing can be sent now.
documents-kinds = { $kinds }, at most { $max }
documents-file = { $paper }: choose a file
documents-file-more = { $paper }: choose another file
documents-file-new = { $paper }: choose the new file
documents-send = Send
documents-replace = Replace this file
documents-replace-send = Send in its place
documents-replacement-not-taken = Your replacement was not taken, so this file stands. { $why }
documents-original = Download the original
documents-no-name = File
documents-details = { $size }, sent on { $at }
documents-page = Page { $page } of { $pages }

notice-file-sent = The file has come. We are checking it.
notice-file-removed = The file is removed.

documents-state-uploading = Coming in
documents-state-checking = Being checked
documents-state-ready = Checked
documents-state-with-us = Handed in
documents-state-accepted = Accepted
documents-state-again = Send again
documents-state-not-taken = Not taken
documents-state-rejected = Not accepted
documents-state-replaced = Replaced
documents-state-expired = Run out
documents-state-erased = Erased

documents-closed-now = This paper can’t be changed now: the application is being worked on.
documents-handed-in = This file was handed in: you can replace it, but not remove it.

documents-refused-too-large = The file is larger than 10 MB. Take the photograph with a lower resolution, or save the document smaller, and send it again.
documents-refused-empty = The file is empty. Choose it again, or save it anew first.
documents-refused-broken = The file is damaged and can’t be opened. Save or photograph it anew and send that.
documents-refused-wrong-kind = Only JPG, PNG and PDF files are taken. Save it as one of these and send it again.
documents-refused-name-differs = The name of the file says another kind than what is in it. Give it the right ending, or save it anew.
documents-refused-heic = This is an HEIC photograph, as iPhones make them, and not every program opens it. Send it as JPG: on the iPhone choose Settings → Camera → Formats → Most Compatible and take it again, or in Photos tap Share → Options → Most Compatible; on a Mac export it from Photos or Preview as JPEG.
documents-refused-encrypted = The PDF is protected. Save it without a password and without restrictions (printing it to a new PDF does that) and send that.
documents-refused-polyglot = There is something else in the file besides the picture or document, as motion photos have it. Save it as a plain picture or PDF and send that.
documents-refused-bomb = The file takes far more memory or time to open than a paper needs. Save it anew, simpler or smaller, and send that.
documents-refused-unchecked = We could not finish checking the file. Send it again; if that doesn’t help, save or photograph it anew.
documents-refused-cut = The file ends in the middle, as when a copy was broken off. Save it completely and send it again.
documents-refused-infected = Malware was found in the file. Check your device, make the file anew from the original and send that.
documents-refused-active = The PDF runs scripts or carries other files. Print it to a new PDF and send that.
documents-refused-too-many-pixels = The picture has more than 40 megapixels. Take it with a lower resolution and send that.
documents-refused-too-few-pixels = The picture is too small for anything to be read in it. Send a larger one.
documents-refused-too-many-pages = The document has more than 30 pages. Send only those that are asked for.
documents-refused-no-pages = There is no page in the PDF. Save it anew and send that.
documents-refused-too-many-files = There are as many files as are taken. Replace one of them, or remove one first.
documents-refused-busy = Very many files are being checked right now. Send yours again in a few minutes.
documents-refused-full = No more files can be taken at the moment. Please tell us, and send yours again later.
documents-refused-known-bad = This very file was not taken before. Save or photograph it anew and send that.
documents-refused-again = This very file was sent before and not taken. { $why }
documents-refused-duplicate = This very file is here already. Send another one, or leave it as it is.

documents-remark-fallback-font = A font is missing in the document: another one stands in for it, so shapes and spacing may differ from the original.
documents-remark-missing-text = Some text could not be drawn. Look at the original.
documents-remark-missing-picture = A picture in the document could not be drawn. Look at the original.
documents-remark-active-content = The document carries scripts or actions. None has run here; take care with the original.
documents-remark-attachment = The document carries other files. Take care with the original.
documents-remark-blank-page = A page shows nothing.
documents-remark-low-resolution = The picture has few pixels: small print may not be readable.

documents-redo-wrong-paper = This is another paper than the one asked for
documents-redo-unreadable = It can’t be read: blurred, dark or glaring
documents-redo-cut-off = Not all four corners are in the picture
documents-redo-missing-page = A page or a side is missing
documents-redo-expired = The paper has run out
documents-redo-expires-soon = The paper runs out soon: send the new one
documents-redo-name-differs = The name differs from the one you gave
documents-redo-number-differs = The number differs from the one you gave
documents-redo-copy-without-seal = A black-and-white copy needs the company’s seal
documents-redo-covered = A watermark or a mark covers what matters
documents-redo-incomplete = It is incomplete
documents-redo-wrong = It isn’t right
documents-redo-other = Please send this paper again

audit-document-uploaded = File sent
audit-document-refused = File not taken
audit-document-checked = File checked
audit-document-handed-in = File handed in
audit-document-accepted = File accepted
audit-document-redo-requested = File asked for again
audit-document-rejected = File rejected
audit-document-superseded = File replaced
audit-document-expired = File run out
audit-document-purged = File erased
audit-document-downloaded = Original downloaded

audit-document-reconsidered = File before the desk again

documents-redo-missing-incomplete = This paper is needed as well
documents-redo-missing-other = Please send this paper
documents-redo-hint-unreadable = Lay it flat in daylight, hold the camera straight above it, and look whether you can read everything before you send it.
documents-redo-hint-cut-off = Step back until all four corners and a little of the table are in the picture.
documents-redo-hint-missing-page = Send every page and both sides, in one PDF or as several files.
documents-redo-hint-expired = Send the one that is valid now.
documents-redo-hint-wrong-paper = Compare the title on the paper with the one asked for here.
documents-redo-hint-copy-without-seal = Photograph the original in colour, or put the company’s seal on the copy.
documents-redo-hint-covered = Send it without a watermark, or with one that covers no text.

documents-examples-title = What a good picture looks like
documents-examples = Examples of pictures
documents-example-good = Right: whole, sharp, evenly lit
documents-example-good-alt = Drawing: the whole card lies in the picture, with all four corners and every line sharp.
documents-example-cut-off = Wrong: cut off
documents-example-cut-off-alt = Drawing: the card runs out of the picture at the right and below; two corners are missing.
documents-example-glare = Wrong: glare
documents-example-glare-alt = Drawing: a white reflection lies over the photo and part of the lines.
documents-example-blurred = Wrong: blurred
documents-example-blurred-alt = Drawing: the whole card is out of focus; no line can be read.
documents-heic-title = How to send a JPEG from an iPhone, iPad or Mac
documents-heic-camera = For new photographs: Settings → Camera → Formats → Most Compatible.
documents-heic-share = For one that you have: in Photos tap Share → Options → Most Compatible, then save it to Files or send it to yourself; AirDrop with that option sends a JPEG too.
documents-heic-mac = On a Mac: open it in Photos or Preview, then File → Export → JPEG.
