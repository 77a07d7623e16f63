# How far a large file is on its way.

sending-sent = 已发送：
sending-counting = 已全部发送，正在统计交易。
sending-lost = 连接中断，未作任何保存。请重新上传该文件。
sending-stop = 停止
