# 本站首页。

installation-title = 接入数字钱包支付
installation-lead = Gangway 陪商户从入驻申请走到正式收款，支持支付宝、微信支付、Apple Pay、Google Pay 和 PayPal。
installation-sign-in = 登录
installation-account = 进入我的账号
installation-mailbox = 打开收件箱
installation-merchants = 商户
installation-merchants-text = 支付服务商会给您一个专属网址。打开它，即可查看所需资料并提交入驻申请。
installation-staff = 工作人员
installation-staff-text = 请用收到邀请的邮箱登录，再选择要进入的工作台。
installation-embedded = 试用
installation-embedded-text = 当前为本机试用环境。登录账号在启动时打印，并保存在数据目录的 logins.txt 中；系统发出的所有邮件都在收件箱查看。
