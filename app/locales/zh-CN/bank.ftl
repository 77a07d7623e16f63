# 试用环境的银行。

bank-title = 银行
bank-lead = 试用环境的银行。不会真正打款，Gangway 交给银行的打款指令都显示在这里，最新的在最前。
bank-payee = 收款人
bank-account = 账号
bank-amount = 金额
bank-reference = 附言
bank-empty = 还没有打款
bank-empty-text = 申请需要验证账户时，小额打款会显示在这里。
bank-incoming = 商户汇款时
bank-incoming-text = 将入账记录写成 CSV 文件，在管理后台的“账户验证”中导入：
