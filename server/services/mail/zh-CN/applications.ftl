mail-application-submitted-subject = 已收到您的入驻申请 { $case }
mail-application-submitted-body =
    { $name } 的入驻申请 { $case } 已提交成功，感谢您。

    接下来由我们审核。有结果或需要补充时会发邮件通知您，在此之前您无需操作。
mail-application-submitted-action = 查看进度

mail-application-changes-subject = 入驻申请 { $case } 需要修改
mail-application-changes-body =
    我们审核了 { $name } 的入驻申请 { $case }，有部分内容或材料需要修改后才能继续。

    需要修改的内容和原因已标注在对应位置。其余内容无需重填，申请编号不变。
mail-application-changes-action = 查看需要修改的内容

mail-application-resubmitted-subject = 已收到您修改后的入驻申请 { $case }
mail-application-resubmitted-body =
    { $name } 的入驻申请 { $case } 已重新提交，接下来由我们继续审核。
mail-application-resubmitted-action = 查看进度

mail-application-account-subject = 请验证银行账户，入驻申请 { $case }
mail-application-account-body =
    { $name } 的入驻申请 { $case } 已审核通过，还需通过一笔小额转账，确认申请中填写的账户属于您。

    验证方式和需要完成的步骤请在申请页面查看。
mail-application-account-action = 验证银行账户

mail-transfer-sent-subject = 已向您的账户打款，入驻申请 { $case }
mail-transfer-sent-body =
    我们已向 { $name } 的入驻申请 { $case } 中填写的账户打入一笔小额款项，通常一至两个工作日到账。

    到账后请填写收到的金额，可尝试三次。
mail-transfer-sent-action = 填写金额

mail-account-ending-subject = 账户尚未验证：入驻申请 { $case }，截止 { $until }
mail-account-ending-body =
    { $name } 的入驻申请 { $case } 中的账户尚未验证。如未在 { $until } 前完成，申请将过期。
mail-account-ending-action = 验证银行账户

mail-application-signing-subject = 入驻申请 { $case } 等待签约
mail-application-signing-body =
    { $name } 的入驻申请 { $case } 需要由代表该商户的签署人在本人手机上签署。

    如申请中填写了签署人的邮箱，我们已向其发送链接。您也可以在申请页面出示二维码供其扫描，或重新发送链接。
mail-application-signing-action = 前往签约

mail-signing-link-subject = 请确认是否您本人：入驻申请 { $case }
mail-signing-link-body =
    { $name } 向 { $sender } 提交了入驻申请（{ $case }），并将您填写为其代表人。

    请在本人手机上核对以您的名义填写的内容，并告知我们是否属实。无需注册账号。链接只能答复一次，{ $hours } 小时内有效。

    如您对此并不知情，请在页面中告知，我们不会以您的名义继续办理。
mail-signing-link-action = 核对以我的名义填写的内容

mail-application-approved-subject = 入驻申请 { $case } 已通过
mail-application-approved-body =
    欢迎入驻：{ $name } 的入驻申请 { $case } 已审核通过。

    商户号和后续步骤请在申请页面查看。
mail-application-approved-action = 查看商户号

mail-application-rejected-subject = 入驻申请 { $case } 审核不通过
mail-application-rejected-body =
    { $name } 的入驻申请 { $case } 已有审核结果：审核不通过。

    可以告知的原因请在申请页面查看。
mail-application-rejected-action = 查看审核结果

mail-application-withdrawn-subject = 入驻申请 { $case } 已撤回
mail-application-withdrawn-body =
    入驻申请 { $case } 已按贵方的要求撤回，我们不再处理。

    如需入驻，可随时重新申请。
mail-application-withdrawn-action = 查看申请

mail-application-expired-subject = 入驻申请 { $case } 已过期
mail-application-expired-body =
    入驻申请 { $case } 因逾期未继续办理，已过期。

    如需入驻，可随时重新申请。
mail-application-expired-action = 查看申请

mail-application-ended-subject = 与入驻申请 { $case } 相关的合作关系已结束
mail-application-ended-body =
    贵方已不再是我们的商户：由入驻申请 { $case } 建立的合作关系已经结束。密钥已失效，我们也不再向任何渠道提出申请。

    贵方提供的资料将依法保存至期满，随后自动删除。
mail-application-ended-action = 查看申请

mail-draft-ending-subject = 入驻申请 { $case } 将于 { $until } 失效
mail-draft-ending-body =
    入驻申请 { $case } 已有一段时间无人继续填写。如仍无人操作，将于 { $until } 失效。

    打开申请并保存任意一项即可保留，已填内容不变。如不再需要，无须任何操作。
mail-draft-ending-action = 继续填写

mail-answer-ending-subject = 仍在等待您的答复：入驻申请 { $case }，截止 { $until }
mail-answer-ending-body =
    我们就 { $name } 的入驻申请 { $case } 提出的事项尚未收到答复。如未在 { $until } 前答复，申请将失效。

    需要处理的事项见申请页面，其余内容保持不变。
mail-answer-ending-action = 查看需处理的事项

mail-application-reopened-subject = 入驻申请 { $case } 已重新受理
mail-application-reopened-body =
    我们已重新受理入驻申请 { $case }，请在申请页面查看下一步由谁处理。
mail-application-reopened-action = 前往申请

mail-advice-returned-subject = 审核单 { $case } 已退回初审
mail-advice-returned-body =
    您对审核单 { $case } 的初审意见未被采纳，复核人已将其退回初审。

    退回原因请在审核单页面查看。该审核单已回到待领取队列，您或其他审核员均可领取。
mail-advice-returned-action = 查看审核单

mail-application-passed-on-subject = 您的修改已转交渠道，申请 { $case }
mail-application-passed-on-body =
    我们已看过 { $name } 的申请 { $case } 中您修改的内容，并转交提出要求的渠道。

    现在等待渠道答复，其他事项照常进行。
mail-application-passed-on-action = 查看渠道

mail-application-unanswered-subject = 不再向该渠道申请，申请 { $case }
mail-application-unanswered-body =
    渠道对 { $name } 的申请 { $case } 提出的修改要求未在期限内完成，我们不再向该渠道申请。

    您的商户资格不变，其他渠道照常进行。
mail-application-unanswered-action = 查看渠道
