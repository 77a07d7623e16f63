# 品牌首页。

front-tab = 欢迎
front-title = 接入{ $brand }收款
front-sentence = 选择支付渠道，资料只交一次，每一步进展随时可查，直到正式上线。
front-start = 开始入驻申请
front-start-another = 按此选择开始
front-go-on = 查看我的申请
front-go-desk = 前往进件审核
front-go-console = 前往管理后台

front-steps = 流程
front-step-choose = 选择
front-step-choose-text = 在下方选择国家或地区、主体类型和支付渠道，立即查看需要准备什么。
front-step-fill-in = 填写并提交
front-step-fill-in-text = 用邮箱注册，逐项填写，拍摄并上传资料。可随时中断，稍后继续。
front-step-review = 我们审核
front-step-review-text = 由两人审核全部内容。如有缺漏，我们会准确告诉您，申请编号不变。
front-step-test = 测试
front-step-test-text = 有了测试 API 密钥，开发人员即可开始对接。
front-step-live = 上线
front-step-live-text = 渠道同意后，您将获得正式密钥并开始收款。

front-choose = 需要准备什么？
front-choose-open = 选择企业注册地和主体类型即可查看，无需提供任何信息。
front-country = 企业注册在哪里？
front-country-cn = 中国大陆
front-country-de = 德国
front-country-gb = 英国
front-country-hk = 中国香港
front-country-sg = 新加坡
front-country-us = 美国
front-kind = 属于哪种主体类型？
front-show = 查看需要准备的内容
front-show-again = 重新查看
front-channels = 需要哪些支付渠道？
front-not-open = 暂不对该主体类型开放
front-source = 来源：
front-source-date = （{ $date }）
front-sources = 这些要求的来源

front-for = 需要准备的内容：{ $kind }
front-days = 资料齐全后，通常 { $from } 至 { $to } 个工作日出结果。如有缺漏，我们会准确告诉您需要补充什么。
front-share = 本页地址已包含您的选择：可发给同事，也可打印作为清单。
front-your-channels = 支付渠道
front-chosen = 已选择
front-offered = 可申请
front-papers = 需要准备的资料
front-papers-text = 请拍摄或扫描原件，彩色、清晰。合格照片示例：
front-questions = 需要填写的内容
front-questions-text = 与申请中的顺序一致，请提前备好；随时可以保存，稍后继续。
front-questions-sometimes = 仅在适用时填写
front-questions-times = 每项一份，{ $least } 至 { $most } 份
front-paper-each = 每项一份：{ $what }
front-paper-sometimes = 仅在适用时提供
front-why = 为什么询问：{ $why }
front-sealed = 加密存储
