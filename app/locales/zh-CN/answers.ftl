# 填写内容缺失、错误或存疑：说明问题和改正办法。

error-required = 请填写此项。
error-choose = 请选择一项。
error-choose-some = 请至少选择一项。
error-accept = 如同意，请勾选。不勾选则不能提交。
error-accept-version = 文本在您打开页面后有更新，请重新阅读并勾选。
error-too-long = 最多 { $max } 个字符。
error-control-characters = 含有不可见字符，请去掉后以纯文本重新粘贴。
error-date = 请填写真实存在的日期，年份为四位数字。
error-digits = 请填写 { $min } 到 { $max } 位数字，不含其他字符。
error-phone = 请填写 11 位手机号，或以 + 加国家代码开头的号码。
error-email = 请填写正确的邮箱地址，例如 name@example.com。
error-channel-not-offered = { $channel } 暂不提供，请从列表中选择。
error-validity-future = 起始日期晚于今天，请填写证照上的起始日期。
error-validity-order = 截止日期应晚于起始日期，请与证照核对。
error-validity-over = 证照已过期。请先换领有效证照，再继续填写。
error-validity-both = 请填写截止日期，或勾选“长期”，不要两者都填。
error-account-holder-differs = 开户名称与企业名称不一致。请使用以企业名义开立的账户，或更正名称。

error-cn-uscc-length = 统一社会信用代码为 18 位，请对照营业执照检查位数。
error-cn-uscc-alphabet = 统一社会信用代码只含数字和大写字母，且不含 I、O、S、V、Z。请检查是否混淆了 0 与 O、1 与 I。
error-cn-uscc-region = 第 3 至 8 位为登记机关区划，所填内容不存在，请对照营业执照检查。
error-cn-uscc-check-digit = 末位校验码与前面不符，说明有一位填错，请对照营业执照逐位检查。
warn-cn-uscc-region = 代码中的登记机关区划不在已知范围内。
warn-cn-uscc-organisation-code = 代码中的组织机构代码校验不符，部分早期代码存在这种情况。

error-cn-resident-id-length = 身份证号码为 18 位，请对照证件检查位数。
error-cn-resident-id-alphabet = 身份证号码为 17 位数字加一位数字或 X。
error-cn-resident-id-check-digit = 末位校验码与前面不符，说明有一位填错，请对照证件逐位检查。
error-cn-resident-id-date = 号码中的出生日期不存在，请对照证件检查第 7 至 14 位。
error-cn-resident-id-future = 号码中的出生日期晚于今天，请对照证件检查第 7 至 14 位。
warn-cn-resident-id-region = 号码中的地区代码不在已知范围内。

warn-cnaps-length = 联行号一般为 12 位数字。已保存您填写的内容，请再核对。
warn-cnaps-alphabet = 联行号一般只含数字。已保存您填写的内容，请再核对。
warn-cnaps-check-digit = 末位校验码与前面不符。已保存您填写的内容，请再核对。
warn-cnaps-bank = 该联行号属于其他银行（{ $bank }），请核对联行号和开户银行。

warn-uscc-class = 代码以 { $found } 开头，此类商户的代码应以 { $expected } 开头。
warn-uscc-province = 代码登记地为{ $chinese }（{ $english }），与注册地址不在同一省份。如为迁址，可忽略。
warn-id-before-birth = 证件起始日期早于出生日期，请核对。
warn-id-term = { $years ->
    [open] 按持证人年龄，证件应为长期有效，请核对日期。
   *[other] 按持证人年龄，证件有效期应为 { $years } 年，请核对日期。
}
warn-validity-ends-soon = 即将到期，剩余 { $days } 天，届时需要重新提供。
