"""Does the Milvus engine answer as the in-process engine does, and as well?

    python -m benchmarks.engines FOLDER... [--milvus URI] [--questions N]

Indexes each question set twice and asks its questions of both indexes: how often the first quote is right, also found, and false answers
of each; the share of questions whose first quote is the same span of the same article (or none in both), and of those that are found in
both or in neither; what both take; and, on the screen alone, which questions differ. Without a server it is milvus-lite in this process,
whose times say nothing of Milvus. The record goes to benchmarks/results/; draw the page from it with `python -m benchmarks.page`.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from pathlib import Path
from typing import Any

from benchmarks.engines.asking import ask_both, figures
from benchmarks.record import RESULTS, save
from bot.settings.loading import load_settings
from bot.terminal.printing.progress import reporting_progress


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="+", type=Path, metavar="FOLDER")
    parser.add_argument("--milvus", metavar="URI", help="of a server; without it milvus-lite in a temporary folder")
    parser.add_argument("--questions", type=int, metavar="N", help="so many of each set, evenly chosen; without it all")
    parser.add_argument("--out", type=Path, default=RESULTS, metavar="FOLDER")
    given = parser.parse_args()
    sets: dict[str, Any] = {}
    with tempfile.TemporaryDirectory() as folder, reporting_progress(as_json=False) as progress:
        uri = given.milvus or str(Path(folder) / "lite.db")
        for each in given.folders:
            both = ask_both(each, load_settings(), uri, given.questions, progress)
            sets[each.name] = figures(both)
            print(json.dumps({"set": each.name} | sets[each.name], ensure_ascii=False))
            differing = [one.milvus.question.id for one in both if not (one.same_first_quote and one.found_alike)]
            print(f"differing: {', '.join(differing) or 'none'}", file=sys.stderr)
    config = {"server": "a server of Milvus" if given.milvus else "milvus-lite"}
    print(f"Saved as {save('engines', config, {'sets': sets}, given.out)}")


if __name__ == "__main__":
    main()
