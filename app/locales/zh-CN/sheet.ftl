# A comparison as a file and on paper.

sheet-file = 下载 CSV
sheet-paper = 全部展开，便于打印
sheet-columns = 文件各列说明
sheet-channel = 渠道代码，以及承接它的收单机构。
sheet-state = “priced”表示已计算，“not comparable”表示无法计算并说明原因。
sheet-currency = 各金额的币种，金额精确到最小货币单位。
sheet-volume = 每月交易额。
sheet-month = 每月与十二个月的手续费。
sheet-difference = 每月比最低者多出的金额。
sheet-rate = 每月手续费占交易额的百分比。
sheet-parts = 每月手续费的各组成部分，合计等于手续费。
sheet-waiting = 另计的资金占用成本。
sheet-rank = 排名，不参与排名的渠道为空。
sheet-points = 排名得分，0 至 100。
sheet-claims = 计算所依据的费率记录编号。
