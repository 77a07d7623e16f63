# 签署人在本人手机上看到的页面。

sign-title = 请核对：是您本人吗，内容是否属实？
sign-lead = { $business } 向 { $brand } 提交了入驻申请，并将您（{ $name }）填写为其代表人。
sign-what = 请核对以您的名义填写的内容。如内容属实，请接受协议并确认；如您对此并不知情，请如实告知，我们不会以您的名义继续办理。
sign-you = 您
sign-business = 商户名称
sign-number = 申请编号
sign-handed-in = 提交时间
sign-until = 本链接有效期至
sign-declared = 填写的内容
sign-masked = 号码仅显示末尾几位，避免被看到屏幕的人冒用。
sign-agreement = 您需要同意的协议
sign-agreed = 我是上述本人，填写的内容属实，并接受本协议。
sign-confirm = 确认
sign-not-me = 不是我本人的意愿
sign-not-me-text = 您不知道这份申请，或未曾授权。我们会停止办理并进行核查，不会把您的答复告知提交申请的人。
sign-disown = 我对此不知情
sign-answered = 谢谢您
sign-answered-text = 您的答复已记录，包括时间和网络地址。现在可以关闭本页面。
sign-over = 链接已失效
sign-over-text = 已有新的链接、链接已超过有效期，或不再需要签署。如仍需答复，请向提交申请的人索取新链接。
sign-error-agreed = 请勾选后再确认。如内容有误，请不要确认，可与提交申请的人沟通，或告知我们并非您本人的意愿。
sign-error-answer = 请选择确认，或告知我们并非您本人的意愿。
sign-closed = 未作记录：该链接已使用、已被新链接取代，或已超过有效期。
sign-not-ready = 暂时无法确认：申请所需的某项内容已被撤回。请联系提交申请的人更正，本链接仍然有效。
