# 用手机继续上传。

phone-button = 用手机上传
phone-title = 用手机上传：{ $paper }
phone-back = 材料
phone-scan = 打开手机相机，对准二维码并打开链接。链接只能上传这一项材料，手机上无需登录。
phone-qr = 手机上传链接的二维码
phone-copy = 链接
phone-once = 该链接仅显示这一次，只能在一部手机上使用；生成新链接后随即失效。
phone-until = 有效期至 { $until }。
phone-follow = 文件上传后，本页面会自动返回材料页。如未返回，请手动刷新。
phone-look = 刷新查看
phone-used = 文件已上传
phone-used-text = 请回到原来的屏幕继续操作，现在可以关闭本页面。
phone-over = 链接已失效
phone-over-text = 链接已超过有效期、已被新链接取代，或已在另一部手机上使用。请回到原来的屏幕重新开始。

audit-document-phone-link-made = 生成手机上传链接
