# 品牌首页、员工、邀请与品牌设置。



tenants-role-owner = 商户负责人
tenants-role-owner-hint = 全部内容：填写信息、资料、银行账户、提交申请、成员和 API 密钥。
tenants-role-papers = 资料专员
tenants-role-papers-hint = 填写信息和上传资料，不接触银行账户和 API 密钥。
tenants-role-finance = 财务
tenants-role-finance-hint = 银行账户与费用，不接触资料和 API 密钥。
tenants-role-developer = 开发人员
tenants-role-developer-hint = API 密钥与接口文档，不接触资料和银行账户。
tenants-role-reviewer = 审核员
tenants-role-reviewer-hint = 领取审核单、核对资料并给出初审意见。
tenants-role-senior-reviewer = 高级审核员
tenants-role-senior-reviewer-hint = 对他人的初审意见进行复核。
tenants-role-admin = 管理员
tenants-role-admin-hint = 管理员工、品牌、设置和 API 密钥，可查看统计，不接触审核单。
tenants-role-auditor = 审计员
tenants-role-auditor-hint = 可查看统计和审计日志，不能修改任何内容。
tenants-role-operator = 平台运营

tenants-error-name-long = 最多 80 个字符。


notice-staff-invited = 邀请已发出。
notice-staff-withdrawn = 邀请已撤回，链接不再有效。
notice-staff-deactivated = 已停用，其在手的审核单已退回待处理列表。
notice-staff-reactivated = 已重新启用。
notice-staff-joined = 欢迎加入，请使用新密码登录。



audit-tenant-created = 已创建品牌方
audit-tenant-admin-invited = 平台运营方已邀请管理员
audit-tenant-suspended = 品牌方已暂停
audit-tenant-resumed = 品牌方已恢复
audit-tenant-limits-changed = 品牌方限额已修改
audit-jobs-retried = 失败任务已重新执行
audit-invitation-sent = 已发送邀请
audit-invitation-withdrawn = 已撤回邀请
audit-invitation-accepted = 已接受邀请
audit-staff-roles-changed = 已修改员工角色
audit-staff-deactivated = 已停用员工
audit-staff-reactivated = 已重新启用员工
audit-case-returned = 审核单已退回待处理列表
audit-branding-changed = 已修改品牌设置
audit-tenant-settings-changed = 已修改设置
audit-operator-made = 已指定平台运营人员
audit-operator-ended = 已取消平台运营权限
