# 品牌外观。

branding-title = 品牌
branding-text = 商户看到的您：每个页面和邮件上的名称，以及一种主题色。
branding-name-en = 英文名称
branding-name-zh = 中文名称
branding-language = 默认语言
branding-language-hint = 读者未选择语言、浏览器也未指定时使用。
branding-accent = 主题色
branding-accent-hint = 格式为 #rrggbb，例如 #0b5394。留空则使用我们的默认颜色。如果颜色不易辨认，会自动加深或变浅，色相不变。
branding-try = 预览颜色
branding-tried = 预览中，未保存
branding-saved = 已保存
branding-preview = 预览
branding-sample-link = 链接
branding-sample-button = 按钮
branding-contrast = 颜色的可读性
branding-theme = 主题
branding-given = 原色
branding-shown = 显示颜色
branding-ratio = 文字对比度
branding-kept = 原样
branding-corrected = 已校正
branding-error-accent = 请输入颜色值，例如 #0b5394：井号后接六位 0 到 f 的数字。
branding-error-language = 请选择您提供的语言之一。
