# 邀请链接打开的页面。

invitation-title = { $brand }邀请您加入
invitation-member-title = 加入{ $merchant }
invitation-business = 商户
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
invitation-judge = 您在这里处理审核单。接受邀请后，您将不能再审核该商户的申请，您手中该商户的审核单会退回队列。
invitation-judged-title = 您不能在该商户担任角色
invitation-judged-text = 您曾对该商户的申请给出初审意见或作出复核决定。任何人不得同时处于一项决定的两方，因此您不能接受此邀请；我们不会告知商户原因。请勿转发该邀请。
invitation-closed-title = 该邀请已失效
invitation-closed-text = 邀请已被接受、撤回或已过期。请联系邀请人重新发送。
