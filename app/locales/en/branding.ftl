# Branding of a tenant.

branding-title = Branding
branding-text = What merchants see of you: the name on every page and mail, and one colour.
branding-name-en = Name in English
branding-name-zh = Name in Chinese
branding-language = Default language
branding-language-hint = Shown to readers who have chosen none and whose browser asks for none.
branding-accent = Accent colour
branding-accent-hint = As #rrggbb, like #0b5394. Empty means our own. Where your colour would be hard to read, it is made darker or lighter until it isn’t; its hue stays.
branding-try = Try the colour
branding-tried = Tried, not saved
branding-saved = As saved
branding-preview = Preview
branding-sample-link = A link
branding-sample-button = A button
branding-contrast = How your colour reads
branding-theme = Theme
branding-given = Given
branding-shown = Shown
branding-ratio = Contrast of words on it
branding-kept = As given
branding-corrected = Corrected
branding-error-accent = Enter a colour like #0b5394: a hash sign and six digits from 0 to f.
branding-error-language = Choose one of the languages you offer.
