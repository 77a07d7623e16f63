# 商户同意的内容及撤回。

consents-title = 同意记录
consents-intro = 随本申请同意的内容：每份文本的版本、时间、同意人以及网络地址。均可随时撤回，撤回前会说明后果。
consents-none = 尚未同意任何内容。
consents-back-status = 查看申请状态
consents-stands = 已同意
consents-withdrawn = 已撤回
consents-given = { $who } 于 { $when } 同意，网络地址 { $address }
consents-withdrawn-by = { $who } 于 { $when } 撤回
consents-withdrawn-at = 于 { $when } 撤回
consents-state = 状态
consents-who = 同意人
consents-when = 时间
consents-from = 网络地址
consents-lacking = 缺少：{ $consent }
consents-lacking-draft = 缺少该项同意则无法提交，请在对应部分中确认。
consents-lacking-review = 缺少该项同意期间，申请不能审核通过。请阅读文本后重新同意，或撤回申请。
consents-lacking-channel = 以其为基础的服务可能会被关闭。请先咨询我们对支付渠道的影响，或阅读文本后重新同意。
applications-submit-consents = 缺少必需的同意，请在“同意记录”中查看并作出同意。
consents-to-section = 前往该部分
consents-give-again = 重新同意
consents-withdraw-title = 撤回该项同意
consents-withdraw = 撤回
consents-follows-undone = 该项同意所在的部分将变为未完成，重新同意前无法提交申请。其他内容不受影响。
consents-follows-stops-approval = 审核人员会立即看到。在该项同意仍属必需且缺失期间，申请不能审核通过。此前依法须留存的内容予以留存。您可以在此重新同意。
consents-follows-channel = 您的申请以该项同意为基础审核通过。我们会立即获知，相应支付渠道可能会被限制或关闭。撤回前请先咨询我们。您可以在此重新同意。
consents-follows-noted = 该申请已结束：撤回会被记录，不再有服务以其为基础。依法须留存的内容予以留存，不作他用。
consents-desk-lacking = 缺少必需的同意
consents-desk-lacking-text = 商户已撤回。重新同意前该审核单不能通过，可以审核不通过或退回初审。

notice-consent-withdrawn = 该项同意已撤回。
notice-consent-given = 谢谢，已重新同意。

audit-consent-withdrawn = 撤回同意
audit-consent-given = 重新同意
