# How far a large file is on its way.

sending-sent = Sending the file:
sending-counting = All of it was sent. The payments are being counted.
sending-progress = Sent so far
sending-lost = The connection broke, and nothing was kept. Send the file again.
sending-stop = Stop
