"""Page text to body: what a page shows around an article goes, and every line of the article stays.

A page is read as head, body and foot. The *byline* (the line with the date of publication) ends the head; without one, the
head is whatever page controls come first. In the body, lines that are page controls go one by one. After the heading of a
list of other articles, or after the foot of the page began, lines go until a sentence of prose shows that the article continues.
No line is edited inside: it is kept, dropped, or trimmed at its ends. A row of a table is neither head nor noise: it stays as it is.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus.cleaning.noise import (
    is_byline,
    is_control,
    is_disclaimer,
    is_field_line,
    is_footer,
    is_label,
    is_menu,
    is_owner,
    is_prose,
    is_sentence,
    opens_list,
    speaks_of_rights,
    tells_origin,
)
from corpus.cleaning.titles import is_no_title
from corpus.cleaning.trimming import strip, trim
from corpus.formats.letterheads import is_imprint, is_issued, is_issuer, is_letterhead, is_masthead

_SUMMARY = re.compile(r"^[【\[]?(?:核心提示|内容提要|内容摘要|摘\s*要|导\s*读|提\s*要|概\s*要)[】\]]?\s*[:：]?\s*")
_LINE_END = re.compile(r"\r\n|\r|\n")
_SPACE = re.compile(r"\s+")
_VALUE = re.compile(r"[:：]\s*[\d+-]")
_LABELLED = re.compile(r"^[\u4e00-\u9fff（）()]{2,12}\s*[:：]\s*\S")
_JOINING = ("暨", "和", "与", "及", "的", "、")
"""Words behind which a title goes on."""
_HEAD_LINES = 40
_SHORT_HEAD = 8
_VALUE_LENGTH = 30
_SUMMARY_LINES = 5
_DUPLICATE_LENGTH = 20
_TITLE_LENGTH = range(4, 121)


@dataclass(frozen=True, slots=True)
class PageParts:
    """The parts of one page: lines trimmed of white space, none empty."""

    title: str | None
    """The line that stands where a page shows its title, if there is one."""
    head: tuple[str, ...]
    """Lines above the body: site name, navigation, byline."""
    body: tuple[str, ...]
    """The article's lines, trimmed of noise at their ends."""
    foot: tuple[str, ...]
    """Lines dropped after the body began: controls, lists of other articles, disclaimers, owner."""
    opening: str
    """The first line of the body as it stands in the file, with whatever was glued to it."""
    closing: str
    """The last three lines of the body likewise."""

    @property
    def text(self) -> str:
        return "\n".join(self.body)


def clean(text: str, title: str | None = None, rows: frozenset[str] = frozenset()) -> PageParts:
    """Divide page text; `title` is the title that the file declares itself, if it does; `rows` are the lines that are rows of tables."""
    lines = _with_values([line for line in map(strip, _LINE_END.split(text)) if line])
    title, start = _find_head(lines, title, rows)
    head, rest = lines[:start], lines[start:]
    rest = _without_leading_noise(rest, title, rows)
    head += lines[start : len(lines) - len(rest)]
    body, foot = _divide([piece for line in rest for piece in line.split("\n")], rows)
    opening, closing = (body[0], "\n".join(body[-3:])) if body else ("", "")
    trimmed = [kept for line in _without_repeats(body, title) if (kept := line if line in rows else trim(line)) and kept != title]
    return PageParts(title=title, head=tuple(head), body=tuple(trimmed), foot=tuple(foot), opening=opening, closing=closing)


def _find_head(lines: list[str], declared: str | None, rows: frozenset[str]) -> tuple[str | None, int]:
    """Return the title line and the index of the line after the byline, or after the title where no byline is."""
    for index, line in enumerate(lines[:_HEAD_LINES]):
        if line in rows or not (is_byline(line) or tells_origin(line)) or not _heads_text(lines, index):
            continue
        return declared or _title_beside(lines, index) or _masthead(lines[:index]), index + 1
    if declared:
        place = next((index for index, line in enumerate(lines[:_HEAD_LINES]) if line == declared), None)
        return declared, 0 if place is None or not _heads_text(lines, place) else place + 1
    return _leading_title(lines, rows)


def _with_values(lines: list[str]) -> list[str]:
    """Join a label that stands alone above the body (`来源：`) to the line with its value, as pages copied cell by cell have them.

    A line end stays between the two, so that they come apart again where they turn out to be text.
    """
    joined: list[str] = []
    for index, line in enumerate(lines):
        if joined and index <= _HEAD_LINES and is_label(joined[-1]) and _is_value(joined[-1], line):
            joined[-1] = f"{joined[-1]}\n{line}"
        else:
            joined.append(line)
    return joined


def _is_value(label: str, line: str) -> bool:
    return len(line) <= _VALUE_LENGTH and not is_label(line) and (tells_origin(f"{label} {line}") or is_byline(f"{label} {line}"))


def _heads_text(lines: list[str], index: int) -> bool:
    """Whether the line at `index` stands above the article rather than in it or below it, by the sentences before and after it."""
    before = sum(len(line) for line in lines[:index] if is_sentence(line))
    after = sum(len(line) for line in lines[index + 1 :] if is_sentence(line) and not is_disclaimer(line))
    return before <= 0.3 * after if after else before == 0 and index < _SHORT_HEAD and not all(map(_is_noise, lines[index + 1 :]))


def _is_noise(line: str) -> bool:
    return is_control(line) or is_menu(line) or opens_list(line) or is_footer(line) or is_owner(line) or is_disclaimer(line)


def _could_be_title(line: str) -> bool:
    return (
        len(line) in _TITLE_LENGTH
        and not _is_noise(line)
        and not is_byline(line)
        and not is_field_line(line)
        and not is_no_title(line)
        and not line.endswith(("。", "；", "，"))
    )


def _title_beside(lines: list[str], byline: int) -> str | None:
    """Return the title above the byline, or below it; in a bulletin it stands below the line that says who issues it."""
    in_bulletin = is_issued(lines[byline]) and any(map(is_letterhead, lines[:byline]))
    places = (_title_below, _title_above) if in_bulletin else (_title_above, _title_below)
    return next(filter(None, (find(lines, byline) for find in places)), None)


def _title_above(lines: list[str], byline: int) -> str | None:
    """Return the nearest line above the byline that can be a title.

    A subtitle that begins with a dash belongs to the line above it, and so does the rest of a title that was broken behind a joining word.
    """
    for index in range(byline - 1, -1, -1):
        line = lines[index]
        if _could_be_title(line):
            goes_on = index and (line.startswith(("——", "--")) or lines[index - 1].endswith(_JOINING))
            return lines[index - 1] + line if goes_on and _could_be_title(lines[index - 1]) else line
    return None


def _masthead(lines: list[str]) -> str | None:
    return next(filter(is_masthead, lines), None)


def _title_below(lines: list[str], byline: int) -> str | None:
    """Return the line below a byline that stands first on the page, when prose follows it."""
    below = next((line for line in lines[byline + 1 : byline + 4] if not _is_noise(line) and not is_field_line(line)), None)
    return below if below and _could_be_title(below) and not is_prose(below) and not _VALUE.search(below) and len(below) <= 60 else None


def _leading_title(lines: list[str], rows: frozenset[str]) -> tuple[str | None, int]:
    """Return the first line that is no page control, when it looks like a title above prose."""
    for index, line in enumerate(lines[:_HEAD_LINES]):
        if _is_noise(line) or is_letterhead(line) or is_issuer(*lines[index : index + 2]):
            continue
        following = lines[index + 1 : index + 6]
        if (
            _could_be_title(line)
            and line not in rows
            and len(line) <= 60
            and not is_prose(line)
            and any(is_sentence(each) or each in rows for each in following)
        ):
            return line, index + 1
        above = _masthead(lines[:index])
        return above, index if above or (index and not is_prose(line)) else 0
    return None, 0


def _without_leading_noise(lines: list[str], title: str | None, rows: frozenset[str]) -> list[str]:
    """Drop what stands between byline and body: counters, fields, share buttons, the title once more."""
    for index, line in enumerate(lines):
        noise = is_control(line) or is_field_line(line) or is_byline(line) or is_menu(line) or line == title or line.isdigit()
        if line in rows or not noise:
            return lines[index:]
    return []


def _divide(lines: list[str], rows: frozenset[str]) -> tuple[list[str], list[str]]:
    body: list[str] = []
    foot: list[str] = []
    outside = False
    last = max((index for index, line in enumerate(lines) if is_sentence(line) and not is_disclaimer(line)), default=-1)
    for index, line in enumerate(lines):
        if line in rows:
            body.append(line)
        elif opens_list(line) or is_footer(line) or is_disclaimer(line) or (index > last and is_owner(line) and not _in_list(lines, index)):
            outside = True
            foot.append(line)
        elif is_control(line) or is_imprint(line) or (outside and (not is_prose(line) or speaks_of_rights(line))):
            foot.append(line)
        else:
            outside = False
            body.append(line)
    return body, foot


def _in_list(lines: list[str], index: int) -> bool:
    """Whether a labelled line such as 建设单位：… stands among others that tell of a project, and not in the foot of a page."""
    beside = (lines[place] for place in (index - 1, index + 1) if 0 <= place < len(lines))
    return any(_LABELLED.match(line) and not (_is_noise(line) or is_field_line(line)) for line in beside)


def _without_repeats(lines: list[str], title: str | None) -> list[str]:
    """Drop a summary that only repeats the text below it, the title once more, and long lines that occurred before."""
    kept: list[str] = []
    seen: set[str] = {title} if title else set()
    for index, line in enumerate(lines):
        summary = _SUMMARY.match(line)
        if summary and index < _SUMMARY_LINES and _repeats(line[summary.end() :], lines[index + 1 :]):
            continue
        if line in seen and (len(line) >= _DUPLICATE_LENGTH or line == title):
            continue
        seen.add(line)
        kept.append(line)
    return kept


def _repeats(summary: str, below: list[str]) -> bool:
    """Whether the summary's words stand in the text below in the same order; a cut at its end does not matter."""
    words = _SPACE.sub("", summary).rstrip(".…·。“‘")
    return not words or words in _SPACE.sub("", "".join(below))
