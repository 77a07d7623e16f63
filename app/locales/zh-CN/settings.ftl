# 品牌方自己的设置。

settings-title = 设置
settings-text = 修改自保存起生效。已在计时的期限和已确定的审核到期日保持不变。
settings-merchant = 商户期限
settings-draft-days = 草稿无人操作多少天后失效
settings-draft-days-hint = 到期前 7 天向商户负责人发送邮件；期间继续填写即重新计时。可填 14 至 365。
settings-changes-days = 商户完成修改的期限
settings-changes-days-hint = 从审核方提出修改之日起算，到期前 7 天向商户负责人发送邮件。可填 10 至 180。
settings-days = 天
settings-hours = 小时
settings-desk = 审核时限
settings-sla-hours = 作出决定的工作小时数
settings-sla-hours-hint = 从提交到作出决定，仅计由审核方处理的时间。8 小时为一个工作日。可填 1 至 1000。
settings-keys = API 密钥
settings-test-credentials = 商户在审核通过前即可新建测试密钥
settings-test-credentials-hint = 邮箱确认后即可新建。已发出的密钥不受影响。
settings-error-whole = 请输入 { $least } 至 { $most } 的整数。

settings-proof = 身份核实
settings-account-verification = 审核通过前须通过小额转账验证账户
settings-account-verification-hint = 按商户类型和申请人身份，仅对需要验证的申请生效。10 天内未完成，申请将过期。
settings-signing = 审核通过前须由法定代表人签约
settings-signing-hint = 30 天内未完成，申请将过期。
settings-own-account = 收款账户
settings-own-account-text = 填写后，商户可向该账户汇款验证；未填写时，只能由贵方打款验证。
settings-own-account-holder = 户名
settings-own-account-bank = 开户银行
settings-own-account-number = 账号
settings-own-account-save = 保存账户
