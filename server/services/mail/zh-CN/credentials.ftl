mail-credential-drawn-subject = { $merchant }的 API 密钥已生成
mail-credential-drawn-body =
    { $merchant }的一个测试 API 密钥刚刚由有权限的成员生成。密钥只显示一次，之后无法再次查看。

    如果不是贵方人员操作，请立即吊销该密钥。
mail-credential-drawn-action = 查看 API 密钥

mail-credential-revoked-subject = { $merchant }的 API 密钥已吊销
mail-credential-revoked-body =
    { $merchant }的一个 API 密钥刚刚被吊销，仍在使用它的系统从现在起将被拒绝。

    如仍需使用，请新建一个密钥并替换旧密钥。
mail-credential-revoked-action = 查看 API 密钥
