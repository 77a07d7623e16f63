# A brand's front page.

front-tab = Welcome
front-title = Take payments with { $brand }
front-sentence = Choose your channels, hand in your papers once, and follow every step until you are live.
front-start = Start your application
front-start-another = Start with this choice
front-go-on = Go to your applications
front-go-desk = Go to the desk
front-go-console = Go to the console

front-steps = How it goes
front-step-choose = Choose
front-step-choose-text = Country, kind of business and channels, below. You see at once what you will need.
front-step-fill-in = Fill in and hand in
front-step-fill-in-text = Register with your e-mail address, answer section by section, photograph your papers. You can stop and go on at any time.
front-step-review = We check
front-step-review-text = Two people look at everything. If something is missing we tell you exactly what, and the number stays the same.
front-step-test = Test
front-step-test-text = With a test API key your developers can begin at once.
front-step-live = Go live
front-step-live-text = Once the channel says yes, you get your live key and take payments.

front-choose = What will you need?
front-choose-open = Choose where your business is registered and what kind it is. Nothing is asked of you for that.
front-country = Where is your business registered?
front-country-cn = Mainland China
front-country-de = Germany
front-country-gb = United Kingdom
front-country-hk = Hong Kong
front-country-sg = Singapore
front-country-us = United States
front-kind = What kind of business is it?
front-show = Show what I need
front-show-again = Show again
front-channels = Which channels do you want?
front-not-open = Not open to this kind of business
front-source = Source:
front-source-date = ({ $date })
front-sources = Where these requirements come from

front-for = What you need: { $kind }
front-days = A decision usually takes { $from } to { $to } working days once your papers are complete. If something is missing, we tell you exactly what.
front-share = This page’s address holds your choice: send it to a colleague, or print this page as a checklist.
front-your-channels = Channels
front-chosen = Chosen
front-offered = Available
front-papers = Papers you need
front-papers-text = Clear colour photographs or scans of the originals. This is what a good picture looks like:
front-questions = What we ask
front-questions-text = Section by section, as in the application. Have it at hand; everything can be saved and gone on with later.
front-questions-sometimes = Asked only where it applies
front-questions-times = { $least } to { $most } times, once for each
front-paper-each = One for each: { $what }
front-paper-sometimes = Only where it applies
front-why = Why we ask: { $why }
front-sealed = Stored encrypted
