# 各类商户需要提供的内容：入驻要求的文字。

applications-kind-cn-enterprise = 中国大陆企业
applications-kind-cn-enterprise-hint = 持有营业执照、统一社会信用代码以 91 开头的公司。

applications-section-business = 企业信息
applications-section-representative = 法定代表人
applications-section-bank = 对公账户
applications-section-channels = 开通渠道
applications-section-agreement = 协议

applications-section-business-intro = 请与营业执照上的内容保持一致。
applications-section-representative-intro = 营业执照上登记的法定代表人。
applications-section-bank-intro = 用于结算的账户，须为以企业名义开立的对公账户。
applications-section-channels-intro = 您的顾客将使用的支付方式。
applications-section-agreement-intro = 提交前需要确认的协议。

applications-group-registered-address = 注册地址

applications-field-legal-name = 企业名称
applications-field-legal-name-hint = 与营业执照上的名称完全一致。
applications-field-uscc = 统一社会信用代码
applications-field-uscc-hint = 营业执照上的 18 位数字和字母，空格不影响。
applications-field-province = 省份
applications-field-city = 城市
applications-field-district = 区县
applications-field-street = 详细地址
applications-field-licence = 营业期限
applications-field-licence-hint = 起始日为成立日期；执照上写“长期”的，请勾选“长期”。
applications-field-scope = 经营范围
applications-field-scope-hint = 按营业执照填写，可只写与所售商品或服务有关的部分。

applications-field-representative-name = 姓名
applications-field-representative-name-hint = 与身份证上的姓名一致。
applications-field-id-kind = 证件类型
applications-id-kind-resident-id = 中华人民共和国居民身份证
applications-field-id-number = 身份证号码
applications-field-id-number-hint = 18 位，末位可能是 X。加密保存，仅显示末尾几位。
applications-field-id-validity = 证件有效期
applications-field-id-validity-hint = 见身份证国徽面；写“长期”的，请勾选“长期”。
applications-field-phone = 手机号码
applications-field-phone-hint = 中国大陆手机号，或以 + 加国家代码开头的号码。加密保存。

applications-field-account-holder = 开户名称
applications-field-account-holder-hint = 须与企业名称一致，其他名称的账户不能使用。
applications-field-bank-name = 开户银行
applications-field-bank-name-hint = 例如：中国工商银行。
applications-field-cnaps = 联行号
applications-field-cnaps-hint = 12 位数字，可向开户行查询，或见开户许可证明。
applications-field-account-number = 银行账号
applications-field-account-number-hint = 仅填数字。加密保存，仅显示末尾几位。

applications-field-channels-wanted = 渠道
applications-field-channels-wanted-hint = 至少选择一个，以后还可以增加。

applications-field-agreement-accepted = 我代表本企业接受商户协议，并确认所填写的内容真实、完整。
applications-field-agreement-accepted-hint = 系统会记录接受的时间、协议版本和网络地址。

applications-paper-business-licence = 营业执照
applications-paper-business-licence-hint = 请拍摄或扫描彩色原件整页，四角和二维码完整，不要遮挡。
applications-paper-representative-id-front = 法定代表人身份证（人像面）
applications-paper-representative-id-front-hint = 请拍摄原件，四角完整，无反光，字迹清晰。
applications-paper-representative-id-back = 法定代表人身份证（国徽面）
applications-paper-representative-id-back-hint = 请拍摄原件，四角完整，有效期清晰可读。
applications-paper-bank-proof = 对公账户证明
applications-paper-bank-proof-hint = 开户许可证或基本存款账户信息，可以加快审核。

