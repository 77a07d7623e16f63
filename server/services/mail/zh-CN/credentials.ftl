mail-credential-drawn-subject = { $merchant }的 API 密钥已生成
mail-credential-drawn-body =
    { $merchant }的一个 API 密钥刚刚由有权限的成员生成。密钥只显示一次，之后无法再次查看。

    如果不是贵方人员操作，请立即吊销该密钥。
mail-credential-drawn-action = 查看 API 密钥

mail-credential-rotated-subject = { $merchant }的 API 密钥已轮换
mail-credential-rotated-body =
    { $merchant }的一个 API 密钥刚刚由有权限的成员轮换，新密钥只显示一次。旧密钥在所选的过渡期结束后失效。

    如果不是贵方人员操作，请立即吊销这两个密钥。
mail-credential-rotated-action = 查看 API 密钥

mail-credential-revoked-subject = { $merchant }的 API 密钥已吊销
mail-credential-revoked-body =
    { $merchant }的一个 API 密钥刚刚被吊销，仍在使用它的系统从现在起将被拒绝。

    如仍需使用，请新建一个密钥并替换旧密钥。
mail-credential-revoked-action = 查看 API 密钥

mail-live-opened-subject = { $merchant } 可使用正式 API 密钥
mail-live-opened-body =
    { $merchant } 现在可以使用正式 API 密钥。密钥由贵方自行新建并生成，我们的任何人都看不到密钥内容。

    正式密钥涉及真实资金，请保存在只有贵方服务器能读取的地方。
mail-live-opened-action = 新建正式密钥

mail-live-ended-subject = { $merchant }的正式 API 密钥已终止
mail-live-ended-body =
    { $merchant } 已没有开通的渠道，使用正式 API 密钥的权利随之终止，所有正式密钥均已吊销。

    测试密钥不受影响。渠道重新开通后，可再次开放正式密钥。
mail-live-ended-action = 查看 API 密钥

mail-credential-expiring-subject = { $merchant }的一个 API 密钥将在 7 天内到期
mail-credential-expiring-body =
    { $merchant }的一个 API 密钥将在 7 天内到期，到期后仍在使用它的系统将被拒绝。

    请及时新建密钥并完成替换。
mail-credential-expiring-action = 查看 API 密钥
