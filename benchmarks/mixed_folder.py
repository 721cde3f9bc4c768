"""A folder of 200 mixed files, good and broken, read in one run: what comes of them, processor time and memory for each type.

    python benchmarks/mixed_folder.py [FOLDER]

Without a folder one is made and deleted again. Exit code 1 where a file takes over 30 s, or the process over 1 GB.
"""

from __future__ import annotations

import io
import json
import random
import resource
import sys
import tempfile
import time
import zipfile
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path, PurePosixPath

import docx

from corpus.reading.folder import list_sources, read_source
from corpus.reading.source_file import Reading, SourceFile
from tests.excel_files import workbook
from tests.old_excel_files import GENERAL, old_workbook
from tests.pdf_files import pdf, picture, table
from tests.pdf_pages import column

SECONDS, MEGABYTES, FILES = 30.0, 1024.0, 200
PARKS = ("云汀经开区", "苇渡高新区", "岚屿产业园", "朔桥综合保税区")
TOPICS = ("工作会议", "集中签约", "项目投产", "经济运行分析", "人才公寓启用")


def paragraphs(number: int) -> list[str]:
    """Title, byline and text of one report; a tenth of them are long."""
    draw = random.Random(number)
    park, topic, year = draw.choice(PARKS), draw.choice(TOPICS), 2018 + number % 7
    sentences = [
        f"{year}年，{park}实现地区生产总值{draw.uniform(80, 900):.1f}亿元，同比增长{draw.uniform(2, 12):.1f}%。"
        f"全年新签约项目{draw.randint(9, 99)}个，总投资{draw.randint(20, 400)}亿元，规模以上工业企业达到{draw.randint(30, 300)}家。"
        for _ in range(400 if number % 10 == 0 else 6)
    ]
    return [f"{park}{year}年{topic}", f"来源：{park}管委会  发布时间：{year + 1}-02-{draw.randint(10, 28)}", *sentences]


def rows(number: int) -> list[list[str]]:
    """A table of figures."""
    draw = random.Random(number)
    head = ["指标", *(f"{year}年" for year in range(2018, 2024))]
    return [head, *([name, *(f"{draw.uniform(1, 500):.1f}" for _ in head[1:])] for name in ("税收", "产值", "进出口", "投资") * 20)]


def as_text(number: int) -> bytes:
    return "\n".join(paragraphs(number)).encode("gb18030" if number % 2 else "utf-8")


def as_html(number: int) -> bytes:
    title, byline, *text = paragraphs(number)
    menu = "".join(f'<li><a href="/{each}">栏目{each}</a></li>' for each in range(40))
    body = "".join(f"<p>{each}</p>" for each in text)
    cells = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows(number))
    return (
        f"<html><head><meta charset=utf-8><title>{title}</title></head><body><ul>{menu}</ul><h1>{title}</h1><p>{byline}</p>{body}"
        f"<table>{cells}</table></body></html>"
    ).encode()


def as_markdown(number: int) -> bytes:
    title, byline, *text = paragraphs(number)
    lines = ["|" + "|".join(row) + "|" for row in rows(number)]
    lines.insert(1, "|" + "-|" * len(rows(number)[0]))
    return "\n\n".join([f"# {title}", byline, *text, "\n".join(lines)]).encode()


def record(number: int) -> dict[str, str]:
    title, _, *text = paragraphs(number)
    return {"id": f"r{number}", "title": title, "content": "<p>" + "</p><p>".join(text) + "</p>", "pubtime": "2023-05-06 10:00"}


def as_json_lines(number: int) -> bytes:
    return "\n".join(json.dumps(record(number * 1000 + each), ensure_ascii=False) for each in range(50)).encode()


def as_json(number: int) -> bytes:
    return json.dumps({"data": [record(number * 1000 + each) for each in range(20)]}, ensure_ascii=False).encode("utf-16")


def as_csv(number: int) -> bytes:
    return "\n".join(",".join(row) for row in rows(number)).encode("gb18030")


def as_word(number: int) -> bytes:
    document = docx.Document()
    for each in paragraphs(number):
        document.add_paragraph(each)
    cells = rows(number)[:20]
    grid = document.add_table(len(cells), len(cells[0]))
    for y, row in enumerate(cells):
        for x, cell in enumerate(row):
            grid.cell(y, x).text = cell
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def as_workbook(number: int) -> bytes:
    return workbook(*((f"{PARKS[sheet]}指标", [[_value(cell) for cell in row] for row in rows(number + sheet)]) for sheet in range(3)))


def as_old_workbook(number: int) -> bytes:
    cells = [[value if isinstance(value := _value(cell), str) else (float(round(value)), GENERAL) for cell in row] for row in rows(number)]
    return old_workbook("指标", cells, padding=4000)


def _value(cell: str) -> str | float:
    """A cell as a spreadsheet holds it."""
    return float(cell) if cell[0].isdigit() and "年" not in cell else cell


def as_pdf(number: int) -> bytes:
    title, byline, *text = paragraphs(number)
    pages = [column(60, 780, title, byline, *text[:3]), table(60, 780, rows(number)[:20], [90, *[60] * 6])]
    return pdf(*pages * (20 if number % 10 == 0 else 2))


def as_scan(number: int) -> bytes:
    return pdf(*[picture()] * (1 + number % 4))


def as_archive(number: int) -> bytes:
    return packed({f"材料{each}.txt": as_text(number * 100 + each) for each in range(12)} | {"网页.html": as_html(number)})


def packed(files: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return buffer.getvalue()


MAKERS: tuple[tuple[str, Callable[[int], bytes]], ...] = (
    (".txt", as_text),
    (".html", as_html),
    (".md", as_markdown),
    (".jsonl", as_json_lines),
    (".json", as_json),
    (".csv", as_csv),
    (".docx", as_word),
    (".xlsx", as_workbook),
    (".xls", as_old_workbook),
    (".pdf", as_pdf),
    (".scan.pdf", as_scan),
    (".zip", as_archive),
)
BROKEN: tuple[tuple[str, Callable[[int], bytes]], ...] = (
    (".docx", lambda number: as_word(number)[:-400]),
    (".pdf", lambda number: as_pdf(number)[:700]),
    (".zip", lambda number: as_archive(number)[:-90]),
    (".xlsx", lambda number: as_workbook(number)[:-90]),
    (".zip", lambda number: packed({"大.txt": b"0" * 150_000_000})),
    (".txt", lambda number: as_text(2 * number).decode().encode().decode("latin-1").encode()),
    (".html", lambda number: b"<div>" * 20_000 + as_html(number)),
    (".json", lambda number: b"[" * 100_000),
    (".doc", lambda number: b"\xd0\xcf\x11\xe0" + bytes(4000)),
    (".jsonl", lambda number: b'{"id": 1}\n' * 20_000),
    (".txt", lambda number: b""),
)


def make(folder: Path) -> None:
    """Nine tenths of the files are whole."""
    for number in range(FILES):
        broken, turn = number % 10 == 9, number // 10
        suffix, content = BROKEN[turn % len(BROKEN)] if broken else MAKERS[(number + turn) % len(MAKERS)]
        (folder / f"{number:03d}{'-broken' if broken else ''}{suffix}").write_bytes(content(number))


def timed(folder: Path) -> Iterator[tuple[SourceFile, Reading, float, float]]:
    """Each file with its reading, its seconds of processor time, and the megabytes by which it raised the peak of the process."""
    for source in list_sources(folder):
        before, started = peak(), time.process_time()
        reading = read_source(folder, source)
        yield source, reading, time.process_time() - started, peak() - before


def peak() -> float:
    """Megabytes that the process had at most."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def report(folder: Path) -> bool:
    """Print what came of the files; whether all kept to the limits."""
    seconds: dict[str, list[float]] = defaultdict(list)
    articles: Counter[str] = Counter()
    reasons: Counter[str] = Counter()
    raised: Counter[str] = Counter()
    for source, reading, taken, more in timed(folder):
        kind = PurePosixPath(source.path).suffix
        seconds[kind].append(taken)
        articles[kind] += len(reading.articles)
        raised[kind] += round(more)
        reasons.update(f"{kind} {left.reason.code}" for left in reading.rejections)
    print(f"{'type':8}{'files':>6}{'articles':>9}{'seconds':>9}{'slowest':>9}{'MB more':>9}")
    for kind, times in sorted(seconds.items()):
        print(f"{kind:8}{len(times):6}{articles[kind]:9}{sum(times):9.2f}{max(times):9.2f}{raised[kind]:9}")
    print(f"peak {peak():.0f} MB; not read: {', '.join(f'{reason} {count}' for reason, count in sorted(reasons.items()))}")
    return max(map(max, seconds.values())) <= SECONDS and peak() <= MEGABYTES


def main() -> None:
    with tempfile.TemporaryDirectory() as made:
        folder = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(made)
        folder.mkdir(parents=True, exist_ok=True)
        if not any(folder.iterdir()):
            make(folder)
        sys.exit(not report(folder))


if __name__ == "__main__":
    main()
