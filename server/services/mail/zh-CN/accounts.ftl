mail-confirm-subject = 请确认您的邮箱
mail-confirm-body =
    您已使用 { $email } 在{ $sender }注册。

    请在 { $hours } 小时内确认该邮箱归您所有。逾期可在登录页面重新获取链接。

    如非本人注册，请忽略本邮件：未经确认的账号无法使用。
mail-confirm-action = 确认邮箱

mail-choose-password-subject = 请设置密码以完成注册
mail-choose-password-body =
    { $email } 在确认之前，曾以不同的密码在{ $sender }多次注册。为确保只有您本人知道账号密码，请现在设置密码；设置后邮箱也随之确认。

    链接在 { $minutes } 分钟内有效，仅可使用一次。如非本人注册，请忽略本邮件。
mail-choose-password-action = 设置密码

mail-already-registered-subject = 您已有账号
mail-already-registered-body =
    刚才有人（可能是您本人）尝试用 { $email } 注册。该邮箱已有账号，账号未作任何变更。

    您可以直接登录；如忘记密码，可在登录页面重新设置。如非本人操作，无需处理。
mail-already-registered-action = 登录

mail-reset-subject = 重新设置密码
mail-reset-body =
    有人（可能是您本人）为 { $email } 申请重新设置密码。

    链接在 { $minutes } 分钟内有效，仅可使用一次。设置新密码后，该账号的所有登录状态都将失效。

    如非本人操作，请忽略本邮件，原密码保持不变。
mail-reset-action = 设置新密码

mail-password-changed-subject = 您的密码已修改
mail-password-changed-body =
    { $email } 的密码刚刚已修改，该账号在其他设备上的登录状态已失效。

    如非本人操作，请立即重新设置密码。
mail-password-changed-action = 非本人操作，重新设置密码

mail-locked-subject = 您的账号暂时无法登录
mail-locked-body =
    { $email } 已连续 10 次输错密码，登录锁定半小时；连续输错满 100 次后每次锁定一天。已登录的设备不受影响。

    如非本人操作，可能有人在猜测密码。您无需处理；重新设置密码后锁定立即解除。
mail-locked-action = 设置新密码

mail-confirm-change-subject = 请确认您的新邮箱
mail-confirm-change-body =
    邮箱 { $new } 将用于{ $sender }的一个账号。

    请在 { $minutes } 分钟内确认。确认之前，原邮箱继续有效。

    如您不知情，请忽略本邮件。
mail-confirm-change-action = 使用此邮箱

mail-change-requested-subject = 您的邮箱即将更换
mail-change-requested-body =
    有人登录您的账号，申请用其他邮箱取代 { $email }。新邮箱确认后，更换才会生效。

    如非本人操作，请立即重新设置密码：更换将终止，所有登录状态都将失效。
mail-change-requested-action = 非本人操作，重新设置密码

mail-change-done-subject = 您的邮箱已更换
mail-change-done-body =
    原先使用此邮箱的账号已改用其他邮箱。您无法再用此邮箱登录，此后也不会再收到邮件。

    如非本人操作，请立即联系{ $sender }。

mail-invitation-subject = { $sender }邀请您加入
mail-invitation-body =
    { $sender }邀请您以下列角色参与工作：{ $roles }。

    邀请发给 { $email }，{ $hours } 小时内有效。
mail-invitation-action = 接受邀请
