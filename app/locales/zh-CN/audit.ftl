# 审计日志与时间线。各业务的事件文字在各自的文件中，以 audit- 开头。

audit-title = 审计日志
audit-intro = 记录这里发生的每一次操作、操作人和时间。记录首尾相连，事后改动可以被发现。
audit-verify = 立即校验
audit-never-verified = 日志链尚未校验
audit-never-verified-text = 校验会从头到尾重新计算每一环。
audit-whole = 截至第 { $place } 条记录完整，校验时间：{ $at }
audit-since =
    { $count ->
        [0] 此后没有新增记录。
       *[other] 此后新增 { $shown } 条记录。
    }
audit-broken = 第 { $place } 条记录处断开，校验时间：{ $at }
audit-broken-text = 自该处起有记录被修改、删除或插入。请保持数据库现状，通知平台运营人员，并与最近的备份核对。

audit-filters = 筛选日志
audit-filter-event = 事件类别
audit-filter-any = 全部
audit-filter-person = 操作人邮箱
audit-filter-application = 申请编号
audit-filter-from = 起始日期
audit-filter-until = 截止日期
audit-error-date = 请输入日期，例如 2026-11-23。
audit-error-order = 截止日期早于起始日期，请更正其中一个。
audit-error-person = 请输入邮箱地址，例如 name@example.com。
audit-error-application = 请输入完整的申请编号，例如 GW-7K2M9QX4D。
audit-error-event = 请从列表中选择。

audit-none = 暂无记录
audit-none-text = 有人在这里进行操作后，会记录在此。
audit-none-found = 没有符合条件的记录
audit-none-found-text = 请减少筛选条件，或扩大时间范围。

audit-column-place = 序号
audit-column-at = 时间
audit-column-what = 事件
audit-column-who = 操作人
audit-column-case = 申请编号
audit-column-audience = 可见范围

audit-actor-person = 人员
audit-actor-visitor = 访客
audit-actor-system = 系统
audit-by-you = 您
audit-by-desk = { $brand }
audit-by-system = 自动处理

audit-audience-merchant = 商户与内部人员
audit-audience-staff = 仅内部人员
audit-audience-confidential = 保密

audit-group-account = 账号
audit-group-application = 入驻申请
audit-group-audit = 日志本身
audit-group-branding = 品牌设置
audit-group-capability = 产品权限
audit-group-case = 审核单
audit-group-consent = 同意记录
audit-group-credential = API 密钥
audit-group-document = 资料
audit-group-invitation = 邀请
audit-group-jobs = 后台任务
audit-group-member = 商户成员
audit-group-merchant = 商户
audit-group-review = 审核
audit-group-retention = 资料保存
audit-group-section = 填写内容
audit-group-staff = 员工
audit-group-tenant = 品牌

audit-detail = { $label }：{ $value }
audit-detail-comma = 、
audit-detail-section = 部分
audit-detail-paper = 资料
audit-detail-consent = 同意
audit-detail-by = 方式
audit-detail-passkey = 通行密钥编号
audit-detail-replaced = 是否替换原有
audit-detail-channel = 渠道
audit-detail-channels = 渠道
audit-detail-request = 请求
audit-detail-reason = 原因
audit-detail-reasons = 理由
audit-detail-verdict = 初审意见
audit-detail-from = 原状态
audit-detail-to = 新状态
audit-detail-state = 状态
audit-detail-version = 版本
audit-detail-place = 记录
audit-detail-role = 角色
audit-detail-roles = 角色
audit-detail-field = 字段
audit-detail-fields = 字段
audit-detail-environment = 环境
audit-detail-person = 人员
audit-detail-document = 资料编号
audit-detail-file = 文件
audit-detail-sha256 = SHA-256

audit-audit-verified = 校验日志链：完整
audit-audit-found-broken = 校验日志链：断开
audit-case-claimed = 领取审核单
audit-case-released = 将审核单放回队列
audit-review-advice-given = 提交初审意见
audit-review-decision-grounded = 记录复核理由
audit-merchant-taken-aboard = 生成商户号
audit-capability-requested = 申请开通渠道
audit-detail-change = 变更编号
audit-detail-count = 数量
audit-detail-ended = 已结束的会话
audit-detail-failed = 密码错误次数
audit-detail-findings = 系统检查提示
audit-detail-holder = 持有人
audit-detail-kind = 主体类型
audit-detail-merchant = 商户编号
audit-detail-pages = 页数
audit-detail-refusal = 原因
audit-detail-rules = 规则版本
audit-detail-session = 会话编号
audit-detail-sessions-ended = 已结束的会话
audit-detail-staff = 人员上限
audit-detail-storage = 存储上限（字节）
audit-detail-tenant = 品牌编号
audit-detail-why = 原因

audit-why-wrong = 密码错误
audit-why-unknown = 账号不存在
audit-why-waiting = 密码错误后间隔过短
audit-why-locked = 已锁定
audit-why-unconfirmed = 邮箱尚未确认

audit-field-name = 姓名
audit-field-name-en = 英文名称
audit-field-name-zh = 中文名称
audit-field-languages = 语言
audit-field-accent = 主题色
audit-field-draft-days = 草稿有效天数
audit-field-changes-days = 修改期限天数
audit-field-test-credentials = 测试密钥
audit-field-sla-hours = 审核时限
audit-field-wanted = 渠道
audit-field-accepted = 协议

audit-group-request = 退回修改
audit-detail-redo = 退回原因
audit-detail-waiver = 免提供编号
audit-case-noted = 填写备注
audit-review-item-accepted = 接受
audit-review-item-sent-back = 标记为退回修改
audit-review-item-rejected = 不予接受某项
audit-review-waiver-proposed = 申请免提供
audit-review-waived = 确认免提供
audit-review-waiver-declined = 拒绝免提供
audit-merchant-put-ashore = 再次审核通过前关闭各渠道

audit-detail-until = 至
audit-case-assigned = 分派审核单
audit-case-snoozed = 暂缓审核单
audit-case-resumed = 恢复处理审核单
audit-case-woken = 审核单暂缓到期，已回到队列
audit-case-escalated = 上报审核单
audit-case-handed-back = 答复并退回审核单
audit-case-left-untouched = 审核单领取后四个工作小时未处理，已回到队列

audit-group-currency-rate = 汇率
audit-currency-rate-entered = 录入汇率
audit-detail-currencies = 币种
audit-detail-day = 生效日期
audit-group-price = 价格表
audit-group-offer = 报价
audit-price-proposed = 提交价格
audit-price-approved = 批准价格
audit-price-declined = 未批准价格
audit-offer-proposed = 提交报价
audit-offer-approved = 批准报价
audit-offer-below-cost = 批准低于成本的报价
audit-offer-declined = 未批准报价
audit-offer-accepted = 接受报价
audit-detail-grounds = 原因
audit-detail-hold = 保全
audit-detail-ended-on = 最后一日
audit-detail-end-reason = 原因
audit-detail-ground = 保存依据
audit-detail-country = 国家或地区
audit-detail-kept-until = 保存至
audit-detail-cause = 起因
audit-detail-erasure = 记录
audit-ground-hold = 法律保全
audit-ground-law = 法律
audit-grounds-below-cost = 低于成本
audit-grounds-untold = 成本无法得知
audit-stored-mix-uploaded = 上传了历史交易
audit-stored-mix-deleted = 删除了历史交易
audit-detail-payments = 交易笔数
audit-detail-groups = 分组数
audit-group-stored-mix = 历史交易

audit-group-personal-data = 个人信息
audit-personal-data-viewed = 查看证件或账户资料
audit-personal-data-revealed = 查看已隐藏内容
audit-field-id-number = 证件号码
audit-field-phone = 电话号码
audit-field-account-number = 账号
audit-field-iban = IBAN
audit-field-home = 住址
audit-field-alipay-account = 支付宝账号
