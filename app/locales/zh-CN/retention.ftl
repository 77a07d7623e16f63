# Retention: what the law keeps, legal holds, ends of relationships and erasures.

retention-title = 资料保存
retention-text = 商户提供的资料按其所在国家或地区的法律规定的期限保存，期满自动删除。如有人提前要求删除，无须保存的立即删除；法律或法律保全要求保存的则予以限制：除本页管理员外无人可见，期满后自动删除。
retention-find = 申请编号
retention-over = 已结束或已限制
retention-number = 申请
retention-name = 商户名称
retention-kind = 商户类型
retention-state = 状态
retention-ended = 结束日期
retention-kept = 保存期限
retention-none = 尚无已结束的申请
retention-none-text = 被拒绝、撤回或过期的申请，以及已结束的合作关系，会列在这里。
retention-one = 申请 { $number }
retention-set-aside = 已限制
retention-purged = 已删除
retention-purged-text = 该申请的个人信息已全部删除。何人何时做了什么，仍保留在审计日志中。

retention-kept-hold = 直至法律保全解除
retention-kept-under-way = 办理期间或合作期间一直保存
retention-kept-open = 从未提交：法律不要求保存
retention-kept-unfiled = 从未提交：法律不要求保存，{ $until }后自动删除
retention-kept-law = 保存至{ $until }：{ $law }

retention-laws = 法律规定的保存期限
retention-laws-text = 以商户类型所属国家或地区的法律为准，自其在此的办理或合作结束之日起算。请先向贵方法律顾问核实年限再予采用；这些规定是程序自带的文件。
retention-country = 国家或地区
retention-law = 法律
retention-years = 期限
retention-years-day = 自结束之日起 { $years } 年
retention-years-year-end = 自结束当年年末起 { $years } 年
retention-source = 来源
retention-attested-quoted = 公开文本有引用；记录于{ $day }
retention-attested-known = 一般知识，未查阅原文；记录于{ $day }

retention-holds = 法律保全
retention-holds-text = 法律保全期间，无论谁提出要求、无论结束多久，均不删除任何内容：用于诉讼、调查或官方命令。
retention-holds-none = 没有法律保全
retention-place = 设置法律保全
retention-place-do = 设置保全
retention-hold-reason = 理由
retention-hold-reason-hint = 何种程序、何项命令。与申请一同加密保存。
retention-hold-reason-gone = 已随申请删除
retention-hold-placed = 设置
retention-hold-lifted = 解除
retention-lift = 解除保全

retention-end = 结束合作关系
retention-end-text = 此后该商户不再合作：其所有密钥失效，不再向任何渠道提出申请，并以邮件告知商户。此操作不能撤销；再次合作须重新申请。
retention-end-on = 合作关系的最后一日
retention-end-reason = 原因
retention-end-reason-merchant-asked = 商户要求
retention-end-reason-tenant-ended = 我方终止
retention-end-reason-ceased = 该商户已不再经营
retention-end-reason-unused = 长期未使用
retention-end-do = 结束合作关系

retention-erase = 删除
retention-erase-text = 已没有任何规定要求保存该申请。答案、文件、名称、号码和网络地址将永久删除，不属于其他任何地方的人员账户也一并删除。何人做了什么仍保留在审计日志中，但不含任何个人内容。
retention-erase-number = 申请编号
retention-erase-number-hint = 请照本页顶部填写，以免误删。
retention-erase-do = 永久删除
retention-restrict-do = 登记请求并限制
retention-why-under-way = 申请仍在办理，或商户仍在合作：结束后方可删除。
retention-why-purged = 已经删除。

retention-refused-title = 删除请求已被拒绝
retention-refused-law = 依据{ $law }，在{ $until }届满之前不得删除。
retention-refused-hold = 法律保全解除之前不得删除。
retention-refused-aside = 在此之前予以限制：审核台、商户和搜索均不显示，期满后自动删除。

retention-erasures = 删除记录
retention-erasures-none = 没有请求，也没有到期
retention-outcome = 结果
retention-outcome-erased = 已删除
retention-outcome-restricted = 已拒绝并限制
retention-cause = 起因
retention-cause-asked = 有人要求
retention-cause-term = 期限届满
retention-by-itself = 自动
retention-at = 时间
retention-digest = 带密钥摘要：
retention-removed = { $what }：{ $count }
retention-removed-answers = 填写部分
retention-removed-search-terms = 搜索词
retention-removed-fingerprints = 指纹
retention-removed-keys = 密钥
retention-removed-signatures = 签署
retention-removed-consents = 同意
retention-removed-hits = 命中
retention-removed-account-proofs = 账户验证
retention-removed-bank-lines = 银行文件中的行
retention-removed-files = 文件
retention-removed-invitations = 邀请
retention-removed-credentials = 密钥名称
retention-removed-offers = 已接受的报价
retention-removed-mixes = 历史交易
retention-removed-accounts = 账户

retention-error-day = 请按 2026-11-23 的格式填写日期。
retention-error-day-outside = 请填写批准之日至今日之间的日期。
retention-error-end-reason = 请选择结束合作关系的原因。
retention-error-hold-reason = 请说明设置保全的理由。
retention-error-hold-reason-long = 最多 1000 个字符。
retention-error-number = 请填写该申请的编号。

notice-retention-ended = 合作关系已结束。
notice-retention-held = 已设置法律保全。
notice-retention-lifted = 已解除法律保全。
notice-retention-erased = 该申请已删除。
notice-retention-refused = 删除请求已被拒绝，该申请已限制。

audit-retention-relationship-ended = 结束与商户的合作关系
audit-retention-hold-placed = 设置法律保全
audit-retention-hold-lifted = 解除法律保全
audit-retention-erasure-refused = 拒绝删除并限制申请
audit-retention-purged = 删除申请
