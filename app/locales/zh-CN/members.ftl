# 商户成员。

members-title = 成员
members-all = 我的全部商户
members-places-text = 您属于多个商户。选择其中一个，查看其成员以及您在其中的角色。
members-you-are = 您的角色：{ $roles }
members-you = 您
members-your-part = 您在这里负责：
members-rest = 其余内容由其他成员负责，您看不到，也无需处理。如需更多权限，请联系商户负责人。
members-people = 商户成员
members-owners = 商户负责人
members-since = { $day } 加入
members-since-label = 加入日期
members-invite-title = 邀请成员加入该商户
members-invite-text = 对方会收到一封邮件，其中的链接只能使用一次，72 小时内有效。接受邀请的人必须使用该邮箱地址。请只授予必要的角色。
members-roles = 角色
members-good-until = 有效期至 { $when }
members-was-good-until = 已于 { $when } 过期
members-remove = 移除全部角色
members-remove-text = 对方将立即失去对该商户的访问权限，并会收到邮件通知。其操作记录予以保留。
members-remove-self-text = 这是您本人：您将立即失去对该商户的访问权限，需由其他负责人重新邀请。
members-leave = 退出该商户
members-leave-text = 您将立即放弃在该商户的全部角色，商户负责人会收到通知。如需重新加入，须再次受邀。退出后您仍不能审核该商户的申请。

members-error-roles = 请至少选择一个角色。
members-error-already-invited = 该邮箱已有待接受的邀请。如需重新发送，请先撤回原邀请。
members-error-already-here = 该人员已是成员。如需修改其角色，请在成员页面点击其邮箱地址。
members-error-full = 一个商户最多 50 名成员（含待接受的邀请）。请先撤回邀请或移除成员。
members-error-too-often = 该邮箱一小时内已收到我们的多封邮件，请稍后再试。
members-error-last-owner = 商户必须至少有一位负责人，而这是唯一的一位。请先指定其他负责人。

members-elsewhere = 您在{ $merchant }负责 API 密钥
members-elsewhere-text = 该商户的申请、资料和银行账户由其他成员负责。
members-elsewhere-keys = 前往 API 密钥

notice-member-invited = 邀请已发出。
notice-member-withdrawn = 邀请已撤回，链接不再有效。
notice-member-changed = 已保存。
notice-member-removed = 对方已不再是该商户的成员。
notice-member-left = 您已退出该商户。
notice-member-joined = 欢迎加入，请使用新密码登录。

audit-member-joined = 加入商户
audit-member-roles-changed = 商户成员角色变更
audit-member-removed = 移除商户成员
audit-member-left = 退出商户
