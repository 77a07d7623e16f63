# Words of front.

front-tab = Welcome
front-title = Take payments with { $brand }
front-sentence = Choose your channels, hand in your papers once, and follow every step until you are live.
front-start = Start your application
front-go-on = Go to your applications
front-go-desk = Go to the desk
front-go-console = Go to the console
front-for = For: { $kind }
front-days = A decision usually takes { $from } to { $to } working days once your papers are complete. If something is missing, we tell you exactly what.
front-channels = Channels
front-papers = Papers you need
front-offered = Available
front-not-offered = Not available
