"""One question in a new process: load the model, open the index, ask, end.

python -m benchmarks.speed.cold MODULE OPTIONS INDEX MODE QUESTION
"""

from __future__ import annotations

import json
import sys
from importlib import import_module

if __name__ == "__main__":
    module, options, index, mode, question = sys.argv[1:]
    contestant = import_module(module).Contestant(**json.loads(options))
    contestant.open(index)
    print(contestant.ask(question, mode))
