factors-title = 两步验证与通行密钥
factors-text = 密码可能被猜中或泄露。开启两步验证后，仅凭密码无法登录，敏感操作前也会再次验证。
factors-hub-text = 身份验证器、恢复码和通行密钥。
factors-hub-link = 两步验证与通行密钥

factors-app = 身份验证器
factors-app-none = 尚未绑定。任何可显示 6 位验证码的应用均可使用。
factors-app-since = 绑定时间
factors-app-add = 绑定身份验证器
factors-app-replace = 更换身份验证器
factors-app-remove = 解绑身份验证器

factors-enrol-title = 绑定身份验证器
factors-enrol-text = 请用手机上的身份验证器扫描二维码，或手动输入密钥，然后填写其显示的验证码。
factors-enrol-qr = 包含账号密钥的二维码
factors-enrol-secret = 密钥（手动输入用）
factors-enrol-link = 身份验证器就在本机，直接打开
factors-enrol-code = 身份验证器显示的 6 位验证码
factors-enrol-submit = 确认绑定
factors-enrol-replaces = 绑定后，原有身份验证器将失效
factors-enrol-or = 或使用通行密钥
factors-required = 需要开启两步验证
factors-required-text = 工作人员不能仅凭密码登录。请先设置一次，之后即可继续。

factors-second-title = 还需一步验证
factors-second-text = { $email } 的密码正确。请输入身份验证器显示的验证码。
factors-second-text-passkey = { $email } 的密码正确。请使用通行密钥，或输入一个恢复码。
factors-second-submit = 继续
factors-second-leave = 换一个账号登录
factors-code = 验证码
factors-code-hint = 身份验证器上的 6 位数字，或任意一个恢复码。每个验证码只能使用一次。

factors-prove-title = 请确认是您本人
factors-prove-text = 此操作要求五分钟内验证过身份。您已填写的内容会保留，验证通过后立即提交。
factors-prove-submit = 继续

factors-recovery-card = 恢复码
factors-recovery-left = 剩余数量
factors-recovery-few = 恢复码所剩不多，请重新生成。
factors-recovery-text = 手机不在身边时使用，可代替身份验证器的验证码，每个仅能使用一次。
factors-recovery-renew = 重新生成
factors-recovery-title = 您的恢复码
factors-recovery-once = 仅显示这一次
factors-recovery-once-text = 请打印，或保存在密码管理器中，不要存放在装有身份验证器的手机上。每个仅能使用一次，原有恢复码均已失效。
factors-recovery-done = 已妥善保存

factors-passkeys = 通行密钥
factors-passkey-text = 设备或安全密钥中的通行密钥，可用指纹、面容或 PIN 码登录。无需输入密码，也就不会泄露。
factors-passkey-absent = 使用通行密钥，需要浏览器支持并允许运行脚本。
factors-passkey-use = 使用通行密钥
factors-passkey-sign-in = 使用通行密钥登录
factors-passkey-add = 添加通行密钥
factors-passkey-first = 第一个通行密钥
factors-passkey-failed = 未能完成或已取消。请重试，或换一种方式。
factors-passkey-name = 通行密钥名称
factors-passkey-name-hint = 便于辨认的名称，例如“办公电脑”“蓝色密钥”。
factors-rename-title = 重命名通行密钥
factors-passkey-rename = 重命名
factors-passkey-remove = 删除
factors-passkey-since = 添加时间
factors-passkey-used = 最近使用
factors-passkey-unused = 尚未使用

factors-error-code = 验证码不正确、已被使用，或输错后重试过快。请等待下一个验证码；连续输错 10 次后将锁定半小时。
factors-error-first-code = 这不是身份验证器当前显示的验证码。请检查手机时间是否准确，然后输入下一个验证码。
factors-error-offer = 密钥显示时间过长，已失效。请使用新的密钥绑定。
factors-error-passkey = 该通行密钥未通过验证。请重试，或换一种方式。
factors-error-last = 这是您唯一的第二步验证方式，而工作人员必须保留一种。请先设置另一种。
factors-error-many = 您已有 12 个通行密钥。请先删除不再使用的。
factors-error-name = 名称最多 60 个字符。

notice-app-added = 身份验证器已绑定
notice-app-removed = 身份验证器已解绑
notice-passkey-added = 通行密钥已添加
notice-passkey-renamed = 通行密钥已重命名
notice-passkey-removed = 通行密钥已删除
