mail-papers-ending-subject = 有材料即将到期：申请 { $case }
mail-papers-ending-body =
    { $name } 在入驻申请 { $case } 中提交的材料即将到期。请在到期前上传新的材料，并一并更新有效期。

    具体是哪份材料，请见申请页面。其余内容保持不变；您的商户资格不变，收款照常进行。
mail-papers-ending-action = 查看是哪份材料

mail-papers-over-subject = 有材料已到期：申请 { $case }
mail-papers-over-body =
    { $name } 在入驻申请 { $case } 中提交的材料已到期，我们尚未收到新的材料。请尽快上传，并一并更新有效期。

    具体是哪份材料，请见申请页面。
mail-papers-over-action = 查看是哪份材料

mail-papers-renewed-subject = 新材料已通过审核：申请 { $case }
mail-papers-renewed-body =
    感谢您的配合：{ $name } 的申请 { $case } 中更新的材料已审核通过，您无需再做其他操作。
mail-papers-renewed-action = 查看进展

mail-papers-unanswered-subject = 材料仍未更新：申请 { $case }
mail-papers-unanswered-body =
    { $name } 的申请 { $case } 中有材料已到期，在规定期限内未收到新的材料。

    您的商户资格不变。我们会再次请您提交。
mail-papers-unanswered-action = 查看进展
