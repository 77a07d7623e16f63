# How far a large file is on its way.

sending-sent = 正在发送文件：
sending-counting = 已全部发送，正在统计交易。
sending-progress = 上传进度
sending-lost = 连接中断，未作任何保存。请重新上传该文件。
sending-stop = 停止
