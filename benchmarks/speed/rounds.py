"""What is measured of each contestant, in rounds that take turns: a busy machine slows all alike."""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from benchmarks.corpora import AskedQuestion, Corpus
from benchmarks.speed.contestants import FLOOR, OURS, Way, ways
from benchmarks.speed.figures import lasted, right_share, turned
from benchmarks.speed.floor import LIGHT
from benchmarks.speed.ours import NOT_READING, READING
from benchmarks.speed.remote import Program, Worker, run_once, workers

Measured = dict[str, Any]


def index_of(home: Path, size: int, program: str) -> Path:
    return home / f"index-{size}" / program


def indexing(taking_part: dict[str, Program], corpus: Corpus, rounds: int, home: Path) -> Measured:
    """Wall and processor seconds of indexing the corpus, embedding and all, with the model in memory; the first time is not counted."""
    found: Measured = {name: {"seconds": [], "processor": []} for name in taking_part}
    with workers(taking_part, home / "logs") as running:
        for number in range(-1, rounds):
            for name in turned(list(taking_part), number):
                told = {"corpus": str(corpus.folder), "index": str(home / "slice" / name), "embedded": False}
                reply = running[name].call("index", **told)
                say(f"indexing, round {number + 1}: {name} {reply['seconds']:.1f} s")
                if number >= 0:
                    for what in ("seconds", "processor"):
                        found[name][what].append(reply[what])
                    if name == OURS:
                        found[name].setdefault("stages", []).append(lasted(reply["result"]))
                found[name]["peak MB"] = reply["peak MB"]
    return found


def growth(taking_part: dict[str, Program], corpus: Corpus, home: Path, size: int) -> Measured:
    """What indexing takes besides embedding, with vectors that are known, and what the index weighs; ours also stage by stage."""
    found: Measured = {}
    told = {"corpus": str(corpus.folder)}
    with workers(taking_part, home / "logs") as running:
        for name, worker in running.items():
            index = index_of(home, size, name)
            reply = worker.call("index", **told, index=str(index), embedded=True)
            found[name] = {what: reply[what] for what in ("seconds", "processor", "peak MB")} | {"index MB": _megabytes(index)}
            if name == OURS:
                found[name]["stages"] = lasted(reply["result"])
                found[name]["unchanged"] = worker.call("reindex_unchanged", **told, index=str(index))["seconds"]
            say(f"{size} passages, all but embedding: {name} {reply['seconds']:.1f} s")
    return found


def asking(taking_part: dict[str, Program], questions: Sequence[AskedQuestion], rounds: int, home: Path, size: int) -> Measured:
    """Wall and processor milliseconds of each question in a warm process, recall@1, megabytes; of ours also by step, and two at a time.

    Each round puts another part of the questions, so that all of them are asked once; the first part is asked once before.
    """
    parts = [list(questions[number::rounds]) for number in range(rounds)]
    found: Measured = {}
    firsts: dict[str, list[str]] = defaultdict(list)
    with workers(taking_part, home / "logs") as running:
        for name, worker in running.items():
            opened = worker.call("open", index=str(index_of(home, size, name)))
            for way in ways({name: taking_part[name]}):
                worker.call("ask_each", questions=[one.text for one in parts[0][:5]], mode=way.mode)
                found[way.name] = {"open seconds": opened["seconds"], "rounds": []}
        every = {way.name: way for way in ways(taking_part)}
        for number, part in enumerate(parts):
            for name in turned(list(every), number):
                reply = running[every[name].program].call("ask_each", questions=[one.text for one in part], mode=every[name].mode)
                firsts[name] += [one["result"] for one in reply["result"]]
                took = {what: [round(one[what] * 1000, 2) for one in reply["result"]] for what in ("seconds", "processor")}
                found[name]["rounds"].append({"milliseconds": took["seconds"], "processor milliseconds": took["processor"]})
                found[name]["resident MB"] = reply["resident MB"]
            say(f"{size} passages: asked {number + 1} of {rounds} parts")
        relevant = [one.articles for part in parts for one in part]
        for name in every:
            found[name]["recall@1"] = right_share(firsts[name], relevant)
        for mode in (NOT_READING, READING):
            found[Way(OURS, mode).name]["together"] = [_together(running[OURS], [one.text for one in part], mode) for part in parts]
        found[Way(OURS, READING).name]["stages"] = running[OURS].call("stages", questions=[one.text for one in questions])["result"]
    return found


def _together(ours: Worker, questions: list[str], mode: str) -> float:
    """How many times as many questions are answered a second where two are asked at once."""
    alone, together = (ours.call("ask_all", questions=questions, mode=mode, threads=threads)["seconds"] for threads in (1, 2))
    return float(alone / together)


def cold(taking_part: dict[str, Program], question: str, rounds: int, home: Path, size: int) -> Measured:
    """Wall and processor seconds of a process that answers one question; ours is the command `ask`.

    Those that we are compared with load for many seconds each, so they take part in the first round alone, and in their first mode.
    """
    found: Measured = {way.name: {"seconds": [], "processor": []} for way in ways(taking_part) if _worth(way, taking_part)}
    config = home / "config.yaml"
    for number in range(rounds):
        for name in turned(list(found), number):
            [way] = [way for way in ways(taking_part) if way.name == name]
            if number and way.program not in (OURS, FLOOR):
                continue
            program, index = taking_part[way.program], index_of(home, size, way.program)
            config.write_text(f"index:\n  folder: {index}\n", encoding="utf-8")
            command: list[str | Path] = [program.python, "-m"]
            if way.program == OURS:
                command += ["bot", "ask", "--config", config, question]
            else:
                light = {"light_only": True} if way.program == FLOOR else {}
                command += ["benchmarks.speed.cold", program.module, json.dumps(program.options | light), index, way.mode, question]
            took = run_once(command, home / "logs" / "cold.log")
            for what, value in took.items():
                found[name][what].append(value)
            say(f"{size} passages, a new process, round {number + 1}: {name} {took['seconds']:.1f} s")
    return found


def _worth(way: Way, taking_part: dict[str, Program]) -> bool:
    """The command `ask` reads; the floor is that without torch."""
    return way.mode == {OURS: READING, FLOOR: LIGHT}.get(way.program, taking_part[way.program].modes[0])


def _megabytes(folder: Path) -> float:
    """Of an index; vectors kept for the next reindex are not part of it."""
    files = (path for path in folder.rglob("*") if path.is_file() and "embeddings" not in path.relative_to(folder).parts)
    return sum(path.stat().st_size for path in files) / 2**20


def say(what: str) -> None:
    print(what, file=sys.stderr, flush=True)
