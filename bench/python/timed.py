"""Runs a command and writes its user seconds, system seconds and peak KiB to a file, where GNU time is not installed: FIGURES COMMAND [ARG...]."""

import os
import subprocess
import sys

figures, *command = sys.argv[1:]
child = subprocess.Popen(command)
_, status, usage = os.wait4(child.pid, 0)
peak_kib = usage.ru_maxrss / 1024 if sys.platform == "darwin" else usage.ru_maxrss
with open(figures, "w") as out:
    out.write(f"{usage.ru_utime:.3f} {usage.ru_stime:.3f} {peak_kib:.0f}\n")
sys.exit(os.waitstatus_to_exitcode(status))
