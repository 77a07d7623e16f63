# invitation。

invitation-title = { $brand }邀请您加入
invitation-for = 受邀人
invitation-accept = 接受邀请
invitation-sign-in = 登录并接受
invitation-sign-in-text = 您已有登录账号，请登录后接受邀请。
invitation-sign-out-text = 您当前使用其他邮箱登录。请先退出，再打开此链接，以 { $email } 的身份继续。
invitation-join = 加入
invitation-join-text = 请为您的新账号设置密码，今后使用该密码登录。
invitation-password = 密码
invitation-password-hint = 至少 15 个字符。几个互不相关的词语既安全又好记。
invitation-at-merchant = 您在这里的某个商户担任或曾担任角色，将不能审核该商户的申请。
invitation-closed-title = 该邀请已失效
invitation-closed-text = 邀请已被接受、撤回或已过期。请联系邀请人重新发送。
