mail-channel-yes-subject = 渠道已通过 { $name } 的申请
mail-channel-yes-body =
    { $name } 的申请 { $case } 有好消息：您申请的一个渠道已经通过。

    具体渠道和后续步骤请见渠道页面。
mail-channel-yes-action = 查看渠道

mail-channel-no-subject = 渠道未通过 { $name } 的申请
mail-channel-no-body =
    { $name } 的申请 { $case } 中，有一个渠道未通过，或已终止原已开通的权限。

    具体渠道请见渠道页面，其他渠道照常进行。
mail-channel-no-action = 查看渠道

mail-channel-suspended-subject = 渠道已暂停 { $name } 的权限
mail-channel-suspended-body =
    { $name }（申请 { $case }）有一个渠道已被暂停，恢复之前无法通过该渠道收款。

    具体渠道请见渠道页面，其他渠道照常进行。
mail-channel-suspended-action = 查看渠道
