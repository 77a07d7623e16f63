# 资料：需要提供什么、已上传什么、有什么问题。

documents-title = 资料
documents-lead = 请上传清晰的彩色原件照片或扫描件，每个文件不超过 { $max }。上传后系统会立即检查，检查通过后方可提交。
documents-checking = 正在检查您上传的文件
documents-checking-text = 需要几秒钟，您可以先继续填写其他内容。
documents-look-again = 刷新查看
documents-required = 必须提供
documents-optional = 如有请提供
documents-closed = 未上传文件，当前不能上传。
documents-kinds = 支持 { $kinds } 格式，不超过 { $max }
documents-file = { $paper }：选择文件
documents-file-more = { $paper }：再选择一个文件
documents-file-new = { $paper }：选择新文件
documents-send = 上传
documents-replace = 替换此文件
documents-replace-send = 上传并替换
documents-replacement-not-taken = 替换的文件未被接收，仍以此文件为准。{ $why }
documents-original = 下载原件
documents-no-name = 文件
documents-details = { $size }，上传于 { $at }
documents-page = 第 { $page } 页，共 { $pages } 页

notice-file-sent = 文件已上传，正在检查。
notice-file-removed = 文件已删除。

documents-state-uploading = 上传中
documents-state-checking = 检查中
documents-state-ready = 已检查
documents-state-with-us = 已提交
documents-state-accepted = 已通过
documents-state-again = 需重新上传
documents-state-not-taken = 未接收
documents-state-rejected = 未通过
documents-state-replaced = 已替换
documents-state-expired = 已过期
documents-state-erased = 已清除

documents-closed-now = 该申请正在处理中，此资料暂时不能修改。
documents-handed-in = 该文件已提交，可以替换，不能删除。

documents-refused-too-large = 文件超过 10 MB。请降低拍摄分辨率，或将文档另存为较小的文件后重新上传。
documents-refused-empty = 文件为空。请重新选择，或先重新保存文件。
documents-refused-broken = 文件已损坏，无法打开。请重新保存或拍摄后上传。
documents-refused-wrong-kind = 仅支持 JPG、PNG 和 PDF 文件。请另存为其中一种格式后重新上传。
documents-refused-name-differs = 文件扩展名与实际内容不符。请改正扩展名，或重新保存后上传。
documents-refused-heic = 这是 iPhone 拍摄的 HEIC 照片，并非所有程序都能打开。请改为发送 JPG：在 iPhone 上选择“设置”→“相机”→“格式”→“兼容性最佳”后重新拍摄，或在“照片”中轻点“共享”→“选项”→“兼容性最佳”；在 Mac 上用“照片”或“预览”导出为 JPEG。
documents-refused-encrypted = 该 PDF 已加密。请另存为没有密码和权限限制的文件（重新打印为 PDF 即可）后上传。
documents-refused-polyglot = 文件中除图片或文档外还有其他内容，例如动态照片。请另存为普通图片或 PDF 后上传。
documents-refused-bomb = 打开该文件所需的内存或时间远超正常资料。请重新保存为更简单或更小的文件后上传。
documents-refused-unchecked = 文件检查未能完成。请重新上传；如仍不成功，请重新保存或拍摄后上传。
documents-refused-cut = 文件不完整，可能是复制中断所致。请完整保存后重新上传。
documents-refused-infected = 文件中发现恶意软件。请检查您的设备，用原件重新制作文件后上传。
documents-refused-active = 该 PDF 含有脚本或附带其他文件。请重新打印为 PDF 后上传。
documents-refused-too-many-pixels = 图片超过 4000 万像素。请降低分辨率后重新拍摄上传。
documents-refused-too-few-pixels = 图片太小，内容无法辨认。请上传更大的图片。
documents-refused-too-many-pages = 文档超过 30 页。请只上传所需的页面。
documents-refused-no-pages = 该 PDF 中没有页面。请重新保存后上传。
documents-refused-too-many-files = 文件数量已达上限。请替换其中一个，或先删除一个。
documents-refused-busy = 当前正在检查的文件较多，请几分钟后重新上传。
documents-refused-full = 目前暂时无法接收更多文件。请联系我们，并稍后重新上传。
documents-refused-known-bad = 同一文件之前未被接收。请重新保存或拍摄后上传。
documents-refused-again = 同一文件此前上传过，未被接收。{ $why }
documents-refused-duplicate = 同一文件已经上传过。请上传其他文件，或保持不变。

documents-remark-fallback-font = 文档未嵌入字体，已用其他字体代替，字形和间距可能与原件不同。
documents-remark-missing-text = 部分文字无法显示，请查看原件。
documents-remark-missing-picture = 文档中有图片无法显示，请查看原件。
documents-remark-active-content = 文档含有脚本或自动操作，此处均未执行；打开原件时请注意安全。
documents-remark-attachment = 文档附带其他文件，打开原件时请注意安全。
documents-remark-blank-page = 有页面为空白。
documents-remark-low-resolution = 图片像素较低，小字可能无法辨认。

documents-redo-wrong-paper = 上传的不是所要求的资料
documents-redo-unreadable = 无法辨认：模糊、过暗或反光
documents-redo-cut-off = 四角未拍全
documents-redo-missing-page = 缺页或缺面
documents-redo-expired = 证件已过期
documents-redo-expires-soon = 证件即将到期：请上传新的证件
documents-redo-name-differs = 名称与填写的不一致
documents-redo-number-differs = 号码与填写的不一致
documents-redo-copy-without-seal = 黑白复印件须加盖公章
documents-redo-covered = 水印或标记遮挡了重要内容
documents-redo-incomplete = 内容不完整
documents-redo-wrong = 内容有误
documents-redo-other = 请重新上传此资料

audit-document-uploaded = 上传文件
audit-document-refused = 文件未接收
audit-document-checked = 文件检查完成
audit-document-handed-in = 文件随申请提交
audit-document-accepted = 文件通过
audit-document-redo-requested = 要求重新上传文件
audit-document-rejected = 文件不通过
audit-document-superseded = 文件被替换
audit-document-expired = 文件过期
audit-document-purged = 文件清除
audit-document-downloaded = 下载原件

audit-document-reconsidered = 文件重新进入审核

documents-redo-missing-incomplete = 还需要提供此资料
documents-redo-missing-other = 请提供此资料
documents-redo-hint-unreadable = 请将原件平放在光线充足处，从正上方拍摄，上传前确认文字清晰可读。
documents-redo-hint-cut-off = 请离远一些，确保四角和少量桌面都在画面内。
documents-redo-hint-missing-page = 请提供全部页面和正反面，可合并为一个 PDF 或分多个文件上传。
documents-redo-hint-expired = 请提供目前有效的证件。
documents-redo-hint-wrong-paper = 请核对资料标题与此处的要求是否一致。
documents-redo-hint-copy-without-seal = 请拍摄彩色原件，或在复印件上加盖公章。
documents-redo-hint-covered = 请提供没有水印的资料，或确保水印不遮挡文字。

documents-examples-title = 合格照片示例
documents-examples = 照片示例
documents-example-good = 正确：完整、清晰、光线均匀
documents-example-good-alt = 示意图：证件完整位于画面中，四角齐全，字迹清晰。
documents-example-cut-off = 错误：边角缺失
documents-example-cut-off-alt = 示意图：证件右侧和下方超出画面，缺少两个角。
documents-example-glare = 错误：反光
documents-example-glare-alt = 示意图：白色反光遮住了照片和部分文字。
documents-example-blurred = 错误：模糊
documents-example-blurred-alt = 示意图：整张证件失焦，文字无法辨认。
documents-heic-title = 如何从 iPhone、iPad 或 Mac 发送 JPEG 照片
documents-heic-camera = 今后拍摄：设置 → 相机 → 格式 → 兼容性最佳。
documents-heic-share = 已有的照片：在“照片”中轻点“共享”→“选项”→“兼容性最佳”，再存储到“文件”或发给自己；使用该选项隔空投送时也会发送 JPEG。
documents-heic-mac = 在 Mac 上：用“照片”或“预览”打开，然后选择“文件”→“导出”→ JPEG。
