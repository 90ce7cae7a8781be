"""Run as a program: loads the path that it is given, and writes as JSON what that took and found."""

import json
import resource
import sys
import time
from pathlib import Path

from cps_quiz.bank.loading import load

MEBIBYTE = 2**20 if sys.platform == "darwin" else 2**10
"""In the unit of `ru_maxrss`, which systems do not agree on."""

began = time.process_time()
diagnostics = load([Path(sys.argv[1])]).diagnostics
spent = {
    "seconds": time.process_time() - began,
    "mebibytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / MEBIBYTE,
    "problems": [(d.code.id, d.span.line, d.span.column) for d in diagnostics],
}
json.dump(spent, sys.stdout)
