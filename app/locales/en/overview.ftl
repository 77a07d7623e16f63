# The console's home and the lists behind its numbers.

overview-title = Overview
overview-none = No application yet
overview-none-text = As soon as a merchant starts one, it is counted and listed here.
overview-held = Whose turn it is
overview-holder = Whose turn
overview-ball-merchant = The merchant’s
overview-ball-us = Ours
overview-ball-channel = A channel’s
overview-ball-bank = A bank’s
overview-applications = Applications
overview-median = Median so far
overview-longest = Longest so far
overview-oldest = Waiting longest for us
overview-oldest-none = Nothing waits for us
overview-oldest-none-text = What merchants hand in stands here, the longest first.
overview-number = Application
overview-name = Business
overview-state = Stands at
overview-waits = Has waited
overview-states = Applications by state
overview-share = Share
overview-stops = Where drafts stop
overview-step = First thing not done
overview-step-hand-in = Done, to be handed in
overview-step-unknown = Not looked at yet
overview-stops-none = No drafts
overview-stops-none-text = What merchants fill in stands here, by the first part or paper that isn’t done.
overview-decisions = Decisions a week
overview-decisions-chart = Decisions of the last twelve weeks
overview-decisions-none = Nothing was decided in the last twelve weeks
overview-decisions-none-text = Approvals and rejections stand here, week by week.
overview-week = Week from
overview-minutes =
    { $count ->
        [one] { $shown } minute
       *[other] { $shown } minutes
    }
overview-hours =
    { $count ->
        [one] { $shown } hour
       *[other] { $shown } hours
    }
overview-days =
    { $count ->
        [one] { $shown } day
       *[other] { $shown } days
    }
overview-working-minutes =
    { $count ->
        [one] { $shown } working minute
       *[other] { $shown } working minutes
    }
overview-working-hours =
    { $count ->
        [one] { $shown } working hour
       *[other] { $shown } working hours
    }

overview-list-title = Applications
overview-list-text = Numbers, names, states and dates. What merchants answered and gave is for the desk alone.
overview-kind = Kind
overview-started = Started
overview-since = Since
overview-decided = Decided
overview-search = Name or application number
overview-only = Only these
overview-only-step = Drafts that stop at: { $step }
overview-only-approved = Approved in the week from { $day }
overview-only-rejected = Rejected in the week from { $day }
overview-none-found = No application fits
overview-none-found-text = Take a filter away, or search for less.
