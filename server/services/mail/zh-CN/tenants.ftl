mail-staff-deactivated-subject = 您在{ $sender }的工作人员权限已停用
mail-staff-deactivated-body =
    { $sender }的管理员已停用 { $email } 的工作人员权限。您正在处理的审核单已退回待处理列表。

    您的登录账号仍然有效。如有疑问，请联系您的管理员。

mail-staff-reactivated-subject = 您在{ $sender }的工作人员权限已恢复
mail-staff-reactivated-body =
    { $sender }的管理员已重新启用 { $email } 的工作人员权限。您的角色为：{ $roles }。

    如您对此不知情，请联系您的管理员。
mail-staff-reactivated-action = 进入工作页面

mail-staff-roles-changed-subject = 您在{ $sender }的角色已变更
mail-staff-roles-changed-body =
    { $sender }的管理员已变更 { $email } 的角色。您现在的角色为：{ $roles }。

    如新角色不处理审核单，您在手的审核单已退回待处理列表。如有疑问，请联系您的管理员。
mail-staff-roles-changed-action = 进入工作页面

mail-operator-made-subject = 您已成为 { $sender } 的平台运营人员
mail-operator-made-body =
    { $email } 现可运营本 { $sender } 平台：创建品牌方、设置限额、暂停和恢复服务。即日起，您的账号闲置超过 15 分钟将自动退出登录。

    如您对此不知情，请立即告知系统负责人。
mail-operator-made-action = 查看品牌方

mail-operator-ended-subject = 您在 { $sender } 的平台运营权限已取消
mail-operator-ended-body =
    { $email } 不能再运营本 { $sender } 平台，该账号的所有登录状态均已失效。

    您的登录账号仍然有效。如有疑问，请联系系统负责人。
