# API 密钥。

credentials-title = API 密钥
credentials-text = 贵方系统凭密钥与我们通信。每个密钥只显示一次，请保存在只有贵方服务器能读取的地方。
credentials-early = 审核通过后可用
credentials-early-text = 申请审核通过并取得商户号后，即可在此新建测试密钥。
credentials-create = 新建密钥
credentials-label = 名称
credentials-label-hint = 用途说明，例如“收银服务器”，便于区分不同密钥。
credentials-merchant = 商户
credentials-environment = 环境
credentials-test = 测试
credentials-live = 正式
credentials-secret = 密钥
credentials-state = 状态
credentials-state-undrawn = 待生成
credentials-state-active = 有效
credentials-state-ended = 已吊销
credentials-created = 创建日期
credentials-created-by = 创建人
credentials-act = 操作
credentials-draw = 生成密钥
credentials-revoke = 吊销
credentials-none = 暂无密钥
credentials-none-text = 新建的密钥会显示在这里，但不显示密钥内容。
credentials-try = 试一试
credentials-try-text = 以下命令查询密钥所属的商户，请将省略号替换为您的密钥。
credentials-description = API 说明（OpenAPI）
credentials-new-title = 新建测试密钥
credentials-new-text = 测试密钥仅在沙箱中有效，不涉及真实资金。下一步再生成密钥内容。
credentials-new-submit = 新建
credentials-drawn-title = 您的密钥
credentials-drawn-once = 仅显示这一次
credentials-drawn-once-text = 请立即复制保存。我们只保留用于识别的信息，任何人都无法再次查看。如有遗失，请新建密钥并吊销此密钥。
credentials-drawn-done = 我已保存
credentials-spent-title = 该密钥无法显示
credentials-spent-text = 密钥已显示过一次，或已被吊销。如未保存，请新建密钥并吊销此密钥。
credentials-spent-back = 查看密钥列表
credentials-revoke-title = 吊销“{ $label }”？
credentials-revoke-text = 使用该密钥的系统将立即被拒绝，且无法恢复；您可以新建密钥。
credentials-all-title = 全部商户的 API 密钥
credentials-all-text = 列出所有密钥，但不显示密钥内容。吊销后会通知商户负责人。
credentials-all-none-text = 商户新建的密钥会显示在这里。
credentials-error-no-number = 该商户尚无商户号，审核通过后方可新建密钥。
credentials-error-many = 该商户未吊销的密钥已达 20 个，请先吊销一个。
credentials-error-label-long = 最多 80 个字符。
credentials-error-merchant = 请选择密钥所属的商户。

notice-credentials-created = 密钥已新建。准备好保存时再生成密钥内容。
notice-credentials-revoked = 已吊销。

errors-credential = 该 API 密钥无效
errors-credential-next = 请检查密钥是否完整、是否已被吊销。如已遗失，请新建密钥。

audit-credential-created = 已新建 API 密钥
audit-credential-drawn = 已生成 API 密钥
audit-credential-revoked = 已吊销 API 密钥
