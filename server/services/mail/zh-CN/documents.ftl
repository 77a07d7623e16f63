mail-document-refused-subject = 请重新上传材料，入驻申请 { $case }
mail-document-refused-body =
    您为入驻申请 { $case } 上传的一份文件无法打开，系统未予保存。

    具体原因和处理办法，请在申请页面对应的材料处查看。
mail-document-refused-action = 查看是哪份文件
