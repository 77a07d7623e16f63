# Each line is a command of its own; what it does stands at the head of its script.
.PHONY: run test check bench report

run:    ; @server/scripts/run.sh
test:   ; @server/scripts/test.sh
check:  ; @server/scripts/check.sh
bench:  ; @server/scripts/bench.sh
report: ; @server/scripts/report.sh
