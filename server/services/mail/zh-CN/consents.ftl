mail-consent-withdrawn-subject = 审核单 { $case } 有一项同意被撤回
mail-consent-withdrawn-body =
    审核单 { $case } 的商户撤回了申请所依据的一项同意。

    具体内容见审核单。该项同意仍属必需且缺失期间，审核单不能通过；如已通过，请检查以其为基础的支付渠道。
mail-consent-withdrawn-action = 查看审核单
