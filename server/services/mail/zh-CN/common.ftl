mail-sender = { $sender }
mail-footer = 本邮件发送至 { $to }。邮件中的链接仅限本次操作使用；我们的工作人员不会向您索要密码。

mail-role-owner = 商户负责人
mail-role-papers = 资料专员
mail-role-finance = 财务
mail-role-developer = 开发人员
mail-role-reviewer = 审核员
mail-role-senior-reviewer = 高级审核员
mail-role-admin = 管理员
mail-role-auditor = 审计员
mail-role-operator = 平台运营
