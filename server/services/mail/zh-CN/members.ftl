mail-merchant-unnamed = 尚未命名的商户

mail-member-invitation-subject = 邀请您加入{ $merchant }（{ $sender }）
mail-member-invitation-body =
    { $merchant }的负责人邀请您在{ $sender }以下列角色参与：{ $roles }。

    邀请发给 { $email }，{ $hours } 小时内有效。如果您不认识该商户，请忽略本邮件。
mail-member-invitation-action = 查看邀请

mail-member-joined-subject = 有新成员加入{ $merchant }
mail-member-joined-body =
    { $merchant }在{ $sender }的一份邀请已被接受。商户现有成员及其角色可在成员页面查看。

    如果这不是您预期的，请在该页面移除其角色。
mail-member-joined-action = 查看成员

mail-member-roles-changed-subject = 您在{ $merchant }的角色已变更
mail-member-roles-changed-body =
    { $merchant }的负责人变更了 { $email } 在{ $sender }的角色。当前角色可在成员页面查看。

    如认为有误，请联系该商户的负责人。
mail-member-roles-changed-action = 查看我的角色

mail-member-removed-subject = 您已不再是{ $merchant }的成员
mail-member-removed-body =
    { $merchant }的负责人已移除 { $email } 在{ $sender }的全部角色。

    您的登录账号不受影响。如认为有误，请联系该商户的负责人。

mail-member-left-subject = 有成员退出了{ $merchant }
mail-member-left-body =
    一位成员放弃了在{ $merchant }（{ $sender }）的角色。商户现有成员可在成员页面查看。
mail-member-left-action = 查看成员
