mail-staff-deactivated-subject = 您在{ $sender }的工作人员权限已停用
mail-staff-deactivated-body =
    { $sender }的管理员已停用 { $email } 的工作人员权限。您正在处理的审核单已退回待处理列表。

    您的登录账号仍然有效。如有疑问，请联系您的管理员。
