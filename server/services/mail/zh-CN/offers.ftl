mail-offer-approved-subject = { $merchant } 的新价格方案
mail-offer-approved-body =
    我们为 { $merchant } 准备了一份报价，列明各渠道的收费标准。贵方接受后生效，在此之前现行价格不变。

    负责人可查看并接受该报价。
mail-offer-approved-action = 查看报价
