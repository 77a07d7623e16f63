mail-codes-locked-subject = 动态验证码暂时无法使用
mail-codes-locked-body =
    有人在输入 { $email } 的正确密码后，连续 10 次输错验证码。半小时内不再接受验证码；连续输错满 100 次后每次锁定一天。通行密钥不受影响。

    如非本人操作，说明您的密码已泄露，请立即重新设置密码。
mail-codes-locked-action = 非本人操作，重新设置密码

mail-totp-added-subject = 您的账号已绑定身份验证器
mail-totp-added-body =
    自现在起，{ $email } 登录时除密码外，还需输入刚绑定的身份验证器上的验证码；进行敏感操作前也需验证。

    如非本人操作，请立即重新设置密码并告知我们。
mail-totp-added-action = 非本人操作，重新设置密码

mail-totp-removed-subject = 您的账号已解绑身份验证器
mail-totp-removed-body =
    { $email } 的身份验证器已解绑，其验证码不再有效。

    如非本人操作，请立即重新设置密码并告知我们。
mail-totp-removed-action = 非本人操作，重新设置密码

mail-factors-forgotten-subject = 您的第二步验证方式已被清除
mail-factors-forgotten-body =
    因有人申报遗失，系统运营方已清除 { $email } 的身份验证器、通行密钥和恢复码，所有登录均已退出。请使用密码登录，并立即重新绑定身份验证器或通行密钥；在此之前，仅凭密码即可进行绑定。

    如非本人申请，请立即重新设置密码并告知我们。
mail-factors-forgotten-action = 登录

mail-passkey-added-subject = 您的账号新增了通行密钥
mail-passkey-added-body =
    { $email } 刚刚新增了一个通行密钥。持有者无需密码即可登录。

    如非本人操作，请立即重新设置密码并告知我们。
mail-passkey-added-action = 非本人操作，重新设置密码

mail-passkey-removed-subject = 您的账号删除了通行密钥
mail-passkey-removed-body =
    { $email } 的一个通行密钥刚刚已删除，不能再用于登录。

    如非本人操作，请立即重新设置密码并告知我们。
mail-passkey-removed-action = 非本人操作，重新设置密码

mail-recovery-used-subject = 您的一个恢复码已被使用
mail-recovery-used-body =
    有人刚刚使用 { $email } 的一个恢复码代替了动态验证码，该恢复码已失效。剩余数量可在账号页面查看，请及时重新生成。

    如非本人操作，请立即重新设置密码并告知我们。
mail-recovery-used-action = 非本人操作，重新设置密码

mail-recovery-renewed-subject = 您的恢复码已重新生成
mail-recovery-renewed-body =
    { $email } 的恢复码刚刚已重新生成，原有恢复码全部失效。

    如非本人操作，请立即重新设置密码并告知我们。
mail-recovery-renewed-action = 非本人操作，重新设置密码

mail-bank-changed-subject = { $merchant }的银行账户已变更
mail-bank-changed-body =
    有权限的成员刚刚变更了{ $merchant }在入驻申请中填写的银行账户。变更前后的内容仅可在入驻申请中查看。

    如果不是贵方人员操作，请立即改回并告知我们。
mail-bank-changed-action = 查看入驻申请

mail-address-in-use-subject = 您的登录邮箱已更换为此邮箱
mail-address-in-use-body =
    自现在起，请使用 { $new } 登录，我们的邮件也会发送到此邮箱。

    如非本人操作，请立即重新设置密码并告知我们。
mail-address-in-use-action = 非本人操作，重新设置密码
