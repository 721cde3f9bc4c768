"""How good is our ranking, beside plain search and fusion, and what is each of its features worth?

    python -m benchmarks.quality FOLDER... [--ablation] [--save]

Prints the tables of docs/quality.md. FOLDER is a question set as `parkqa evaluate` takes it. All rankings see the same passages, and
their answers are made in the same way. With --save everything measured, but no question, is written to
benchmarks/results/.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from benchmarks.quality.measuring import OURS, measure
from benchmarks.quality.tables import ablation_table, kinds_table, ours_table, rankings_table
from benchmarks.record import save
from bot.settings.loading import load_settings
from bot.terminal.printing.progress import reporting_progress


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="+", type=Path, metavar="FOLDER")
    parser.add_argument("--ablation", action="store_true", help="measure ours without each of its ideas and features, too")
    parser.add_argument("--save", action="store_true", help="write the results to benchmarks/results/")
    arguments = parser.parse_args()
    with reporting_progress(as_json=False) as progress:
        measured = [measure(folder, load_settings(), progress, with_ablation=arguments.ablation) for folder in arguments.folders]
    ours = [each.ours for each in measured]
    print(rankings_table({each.ours.name: {**each.others, OURS: each.ours} for each in measured}))
    print(ours_table(ours))
    print(kinds_table(ours))
    if arguments.ablation:
        print(ablation_table({each.ours.name: (each.ours, each.without) for each in measured}))
    if arguments.save:
        config = {"sets": [each.ours.name for each in measured], "ablation": arguments.ablation}
        print(f"Saved as {save('quality', config, {each.ours.name: each.as_dict() for each in measured})}")


if __name__ == "__main__":
    main()
