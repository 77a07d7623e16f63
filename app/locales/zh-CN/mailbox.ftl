# 试用环境的收件箱。

mailbox-title = 收件箱
mailbox-lead = 试用环境发出的邮件都收在这里，不会寄往别处。
mailbox-subject = 主题
mailbox-to = 收件人
mailbox-from = 发件人
mailbox-at = 发送时间
mailbox-empty = 还没有邮件
mailbox-empty-text = Gangway 发出的邮件会显示在这里，最新的在最前。
