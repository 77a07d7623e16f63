# The embedded run's mailbox.

mailbox-title = Mailbox
mailbox-lead = Mail of this trial run is caught here and goes nowhere else.
mailbox-subject = Subject
mailbox-to = To
mailbox-from = From
mailbox-at = Written
mailbox-empty = No mail yet
mailbox-empty-text = What Gangway sends stands here, newest first.
