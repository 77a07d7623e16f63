# 控制台概览及其数字背后的列表。

overview-title = 概览
overview-none = 还没有入驻申请
overview-none-text = 商户开始申请后，会在此处统计和列出。
overview-held = 当前由谁处理
overview-holder = 由谁处理
overview-ball-merchant = 商户
overview-ball-us = 我方
overview-ball-channel = 渠道
overview-ball-bank = 银行
overview-applications = 申请数
overview-median = 已用时（中位数）
overview-longest = 已用时（最长）
overview-oldest = 等待我方处理最久的申请
overview-oldest-none = 没有等待我方处理的申请
overview-oldest-none-text = 商户提交的申请会列在此处，等待最久的在前。
overview-number = 申请编号
overview-name = 商户名称
overview-state = 状态
overview-waits = 已等待
overview-states = 各状态的申请
overview-share = 占比
overview-stops = 草稿停在哪一步
overview-step = 首个未完成的事项
overview-step-hand-in = 已完成，待提交
overview-step-unknown = 尚未统计
overview-stops-none = 没有草稿
overview-stops-none-text = 商户正在填写的申请会按首个未完成的部分或资料列在此处。
overview-decisions = 每周决定
overview-decisions-chart = 最近十二周的决定
overview-decisions-none = 最近十二周没有作出决定
overview-decisions-none-text = 审核通过与审核不通过的数量会按周显示在此处。
overview-week = 周一日期
overview-minutes =
    { $count ->
       *[other] { $shown } 分钟
    }
overview-hours =
    { $count ->
       *[other] { $shown } 小时
    }
overview-days =
    { $count ->
       *[other] { $shown } 天
    }
overview-working-minutes =
    { $count ->
       *[other] { $shown } 工作分钟
    }
overview-working-hours =
    { $count ->
       *[other] { $shown } 工作小时
    }

overview-list-title = 入驻申请
overview-list-text = 仅显示编号、名称、状态和日期。商户填写的内容和资料只有审核人员可见。
overview-kind = 类型
overview-started = 开始时间
overview-since = 自何时起
overview-decided = 决定时间
overview-search = 名称或申请编号
overview-only = 仅显示
overview-only-step = 停在“{ $step }”的草稿
overview-only-approved = { $day }当周审核通过
overview-only-rejected = { $day }当周审核不通过
overview-none-found = 没有符合条件的申请
overview-none-found-text = 请减少筛选条件，或缩短搜索内容。
