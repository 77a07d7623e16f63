# 等待签署人签署。

signing-title = 等待签署
signing-lead = 正式入驻前，需由代表该商户的签署人在本人手机上核对以其名义填写的内容并确认同意。签署人无需注册账号。
signing-who = 签署人
signing-as = 身份
signing-until = 申请有效期至
signing-link = 签署链接
signing-link-none = 目前没有有效的链接，请在下方生成。
signing-link-mailed = { $at } 已通过邮件发送，有效期至 { $until }，尚未打开。
signing-link-shown = { $at } 已在此显示，有效期至 { $until }，尚未打开。
signing-link-opened = { $opened } 已打开，有效期至 { $until }，尚未答复。
signing-scan = 请签署人用本人手机扫码
signing-scan-text = 签署人打开自己手机的相机，对准二维码并打开链接。如签署人不在身边，请用只有其本人能收到的方式转发下方链接。
signing-qr = 签署链接的二维码
signing-copy = 链接
signing-once = 该链接仅显示这一次，只能答复一次，此前的链接随即失效。
signing-ways = 如何把链接交给签署人
signing-replaces = 生成新链接后，此前的链接随即失效。
signing-no-mail = 申请中没有填写签署人的邮箱，无法发送邮件，请让签署人扫码。
signing-show = 显示签署二维码
signing-show-again = 重新生成二维码
signing-send-text = 也可以由我们发送到申请中填写的签署人邮箱：{ $address }
signing-send = 通过邮件发送链接
signing-others = 由贵方负责提交申请的人员显示二维码或发送链接
signing-after = 接下来
signing-after-text = 签署人答复后，申请会立即进入下一步，本页面会自动跳转。如未跳转，请手动刷新。
signing-look = 刷新查看
signing-button = 前往签署
signing-not-now = 目前无需签署，申请已进入下一步。
signing-no-address = 申请中没有填写签署人的邮箱，请让签署人扫码。

notice-signing-sent = 签署链接已通过邮件发出。

audit-application-signing-link-made = 显示签署链接
audit-application-signing-link-sent = 邮件发送签署链接
audit-application-signing-answered = 签署人已答复
audit-application-disowned = 签署人否认：本人对申请不知情
