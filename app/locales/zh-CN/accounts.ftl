accounts-email = 邮箱
accounts-email-new = 新邮箱
accounts-password = 密码
accounts-password-current = 当前密码
accounts-password-choose = 设置密码
accounts-password-hint = 至少 15 个字符，不限种类，可含空格。几个互不相干的词语就很好，使用密码管理器更佳。

accounts-error-email-long = 邮箱过长，最多 254 个字符。
accounts-error-email-taken = 该邮箱已被其他账号使用。请换一个邮箱，或使用那个账号登录。
accounts-error-password-short = 至少需要 { $min } 个字符，可以写成一句话。
accounts-error-password-long = 最多 { $max } 个字符。
accounts-error-password-common = 该密码容易被猜到：过于常见、有规律，或由您的邮箱、本服务名称组成。请换一个不易猜到的，例如几个互不相干的词语。
accounts-error-password-wrong = 密码不正确，或刚才连续输错。请稍等几秒再试；连续输错 10 次将锁定半小时。
accounts-error-sign-in = 无法登录。请检查邮箱和密码。连续输错时请稍等几秒再试；连续输错 10 次，登录将锁定半小时。

accounts-register-title = 注册{ $brand }
accounts-register-intro = 目前只需邮箱和密码。我们会发送邮件，请您确认邮箱。
accounts-register-submit = 注册
accounts-register-link = 立即注册
accounts-register-known = 已有账号？

accounts-sign-in-title = 登录
accounts-sign-in-submit = 登录
accounts-sign-in-new = 还没有账号？
accounts-sign-out-submit = 退出登录

accounts-unconfirmed-title = 请先确认邮箱
accounts-unconfirmed-banner = 您的邮箱尚未确认
accounts-unconfirmed-text = 注册时我们已向 { $email } 发送邮件。请打开邮件中的链接，然后登录。

accounts-sent-title = 请查收邮件
accounts-sent-registration = 我们已向您填写的邮箱发送邮件。请在 24 小时内打开其中的链接以继续。
accounts-sent-confirmation = 如果该邮箱已注册且尚未确认，新的链接正在发送。链接 24 小时内有效，此前的链接随即失效。
accounts-sent-reset = 如果该邮箱有账号，邮件正在发送。链接 30 分钟内有效，仅可使用一次，此前的链接随即失效。
accounts-sent-change = 我们已向新邮箱发送链接，30 分钟内有效。打开链接之前，原邮箱继续有效。原邮箱会收到通知。
accounts-sent-look = 几分钟后仍未收到？请查看垃圾邮件，并检查邮箱是否填写有误。
accounts-sent-reset-again = 重新获取链接

accounts-confirm-address-title = 确认邮箱
accounts-confirm-address-text = { $email } 归您所有吗？请确认，然后登录。
accounts-confirm-address-submit = 确认邮箱
accounts-confirm-change-title = 启用新邮箱
accounts-confirm-change-text = 今后请使用 { $email } 登录，我们的邮件也将发送至此。
accounts-confirm-change-submit = 使用此邮箱
accounts-confirm-again-title = 重新获取链接
accounts-confirm-again-text = 请填写注册时的邮箱。如尚未确认，我们将发送新的链接。
accounts-confirm-again-submit = 重新发送链接
accounts-confirm-again-link = 没有收到确认邮件？

accounts-forgotten-title = 重新设置密码
accounts-forgotten-text = 请填写账号的邮箱。我们将发送链接，用于设置新密码。
accounts-forgotten-submit = 发送链接
accounts-forgotten-link = 忘记密码？

accounts-new-password-title = 设置新密码
accounts-new-password-text = 账号：{ $email }。设置后，该账号的所有登录状态都将失效，请用新密码登录。
accounts-new-password-submit = 设置密码

accounts-link-gone-title = 链接已失效
accounts-link-gone-confirmation = 该链接已使用、已被新的链接取代，或已超过 24 小时。如果邮箱已确认，请直接登录。
accounts-link-gone-reset = 该链接已使用、已被新的链接取代，或已超过 30 分钟。
accounts-link-gone-change = 该链接已使用、已被新的链接取代，或已超过 30 分钟。请在账号中重新申请更换。

accounts-hub-title = 我的账号
accounts-hub-login = 登录方式
accounts-hub-password-hidden = 不显示
accounts-hub-sessions-text = 查看账号在哪些浏览器上登录，结束您不认识的登录。
accounts-hub-sessions-link = 查看登录设备
accounts-places-title = 前往
accounts-places-none = 暂无可前往之处
accounts-places-none-text = 您尚未加入任何商户或团队。如需申请入驻，请打开相应品牌的页面；如受邀加入团队，请打开邮件中的邀请。
accounts-side-merchant = 商户
accounts-side-desk = 审核
accounts-side-console = 管理后台
accounts-side-operator = 平台

accounts-change-password-title = 修改密码
accounts-change-password-text = 修改后本浏览器保持登录，其他登录均失效。
accounts-change-password-submit = 修改密码
accounts-change-email-title = 更换邮箱
accounts-change-email-text = 当前邮箱为 { $email }。打开我们发送至新邮箱的链接后，更换生效。
accounts-change-email-submit = 发送链接

accounts-sessions-title = 登录设备
accounts-sessions-text = 以下是您的账号已登录的浏览器。如有不认识的，请结束该登录并修改密码。
accounts-sessions-end-others = 结束其他所有登录
accounts-session-device = { $system } 上的 { $browser }
accounts-session-device-unknown = 未知浏览器
accounts-session-from = 来自
accounts-session-since = 登录于
accounts-session-seen = 最近使用
accounts-session-current = 当前浏览器
accounts-session-end = 结束

notice-signed-out = 您已退出登录。
notice-confirmed = 邮箱已确认，请登录以继续。
notice-password-set = 新密码已设置，请用新密码登录。
notice-password-changed = 密码已修改，其他登录均已失效。
notice-email-changed = 新邮箱已启用。
notice-session-ended = 该登录已结束。
notice-sessions-ended = 其他登录均已结束。

audit-account-registered = 注册账号
audit-account-registered-again = 已有账号的邮箱再次注册
audit-account-confirmation-asked = 申请确认链接
audit-account-confirmed = 确认邮箱
audit-account-signed-in = 登录
audit-account-sign-in-failed = 登录失败
audit-account-signed-out = 退出登录
audit-account-locked = 多次输错密码，账号锁定
audit-account-reset-asked = 申请重新设置密码
audit-account-password-reset = 通过链接设置密码
audit-account-password-changed = 修改密码
audit-account-password-check-failed = 变更时密码错误
audit-account-email-change-asked = 申请更换邮箱
audit-account-email-changed = 更换邮箱
audit-account-session-ended = 结束登录
audit-account-other-sessions-ended = 结束其他所有登录
audit-account-set-aside = 未确认的注册作废
audit-account-second-step = 完成第二步验证
audit-account-proved = 验证本人身份
audit-account-code-refused = 验证码错误
audit-account-codes-locked = 暂停接受验证码
audit-account-totp-added = 绑定身份验证器
audit-account-totp-removed = 解绑身份验证器
audit-account-passkey-added = 添加通行密钥
audit-account-passkey-renamed = 重命名通行密钥
audit-account-passkey-removed = 移除通行密钥
audit-account-passkey-refused = 通行密钥验证未通过
audit-account-recovery-renewed = 更新恢复码
audit-account-recovery-used = 使用恢复码
audit-account-factors-forgotten = 通过命令行清除第二步验证方式
audit-account-closed = 关闭账户
