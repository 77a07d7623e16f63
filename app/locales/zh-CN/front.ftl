# front。

front-tab = 欢迎
front-title = 接入{ $brand }收款
front-sentence = 选择支付渠道，资料只交一次，每一步进展随时可查，直到正式上线。
front-start = 开始入驻申请
front-go-on = 查看我的申请
front-go-desk = 前往进件审核
front-go-console = 前往管理后台
front-for = 适用于：{ $kind }
front-days = 资料齐全后，通常 { $from } 至 { $to } 个工作日出结果。如有缺漏，我们会准确告诉您需要补充什么。
front-channels = 支付渠道
front-papers = 需要准备的资料
front-offered = 可申请
front-not-offered = 暂不支持
