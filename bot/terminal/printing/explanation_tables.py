"""Why an answer is what it is, as tables for the terminal; everything, down to the last dropped passage, is in the JSON."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from bot.terminal.printing.terminal import printable
from bot.texts.tables import Say
from retrieval.answering.explanation import Contribution, Dropped, DropReason, Explanation, Folding, PartConfidence, QuoteExplanation
from retrieval.ranking.term_weights import SoughtTerm
from retrieval.ranking.time_agreement import ToldTime

SIDE_BY_SIDE = 3
"""Sums in one table: as many as 100 columns have room for."""
DROPPED_SHOWN = 10
"""Dropped passages that the table names, of each part of the question."""


def print_explanation(console: Console, explanation: Explanation, say: Say) -> None:
    """Print the sums behind the scores, what was found in each quote, what was dropped, and the sum behind the confidence."""
    parts = [part.part for part in explanation.confidence]
    labels = {part: say(f"part {number}: {printable(part)}") for number, part in enumerate(parts, start=1)} if len(parts) > 1 else {}
    for first in range(0, len(explanation.quotes), SIDE_BY_SIDE):
        quotes = explanation.quotes[first : first + SIDE_BY_SIDE]
        names = [say(f"quote {number}") for number in range(first + 1, first + 1 + len(quotes))]
        sums = _sums(names, [quote.features for quote in quotes], say)
        sums.add_row(say("sum"), "", *_last_row(sum(each.adds for each in quote.features) for quote in quotes), style="bold")
        _print(console, say("Why these quotes"), sums)
    for number, quote in enumerate(explanation.quotes, start=1):
        heading = say(f"Quote {number}: {printable(quote.article)}, place {quote.place}, score {quote.score:.3f}")
        _print(console, heading, _found(quote, labels.get(quote.part, ""), say))
    if explanation.dropped:
        _print(console, say("Not quoted"), _dropped(explanation.dropped, labels, say))
    for first in range(0, len(parts), SIDE_BY_SIDE):
        _print(console, say("How sure"), _confidence(explanation.confidence, first, say))
    for each in explanation.read:
        read = f"read for {labels.get(each.part, 'this question')}: {each.count} passages"
        in_full = read if each.in_time else f"{read}, then the time for reading had run out"
        console.print(say(in_full), highlight=False, markup=False)
    found = f"found from {explanation.threshold:.3f} on"
    console.print(say(f"{found}, the mean of all parts" if labels else found))


def _print(console: Console, heading: str, table: Table) -> None:
    console.print(Text(heading, style="bold underline"))
    console.print(table)


def _sums(names: Sequence[str], columns: Sequence[Sequence[Contribution]], say: Say) -> Table:
    """Numbers down, in the order of the first column's sum; for each column the value and what it adds."""
    table = _table()
    table.add_column(say("evidence"))
    table.add_column(say("weight"), justify="right")
    for name in names:
        table.add_column(name, justify="right")
        table.add_column(say("adds"), justify="right", style="bold")
    by_name = [{each.name: each for each in column} for column in columns]
    for name in dict.fromkeys(each.name for column in columns for each in column):
        held = [column.get(name) for column in by_name]
        weight = next(each.weight for each in held if each)
        table.add_row(say(name), f"{weight:.3f}", *(cell for each in held for cell in _cells(each)))
    return table


def _cells(each: Contribution | None) -> tuple[str, str]:
    return (f"{each.value:.4f}", f"{each.adds:.3f}" if each.adds else "") if each else ("", "")


def _last_row(values: Iterable[float]) -> Iterator[str]:
    for value in values:
        yield from ("", f"{value:.3f}")


def _found(quote: QuoteExplanation, part: str, say: Say) -> Table:
    """What of the question a quote's passage holds, and what it lacks."""
    table = _table(header=False)
    table.add_column(style="dim", no_wrap=True)
    table.add_column(overflow="fold")
    for name, value in _rows(quote, part, say):
        if value:
            table.add_row(say(name), Text(printable(value)))
    return table


def _rows(quote: QuoteExplanation, part: str, say: Say) -> Iterator[tuple[str, str]]:
    yield "answers", part
    yield "best sentence", " ".join(quote.sentence.split())
    yield "words in it", _terms(term for term in quote.words if term.in_passage)
    yield "words in its context", _terms(term for term in quote.words if term.in_context and not term.in_passage)
    yield "words it lacks", _terms(term for term in quote.words if not (term.in_context or term.in_passage))
    yield "bigrams it lacks", _terms(term for term in quote.bigrams if not (term.in_context or term.in_passage))
    yield "times asked for", " · ".join(_days(time.text, time.first, time.last) for time in quote.times_asked)
    yield "times that fit", _times((time for time in quote.times_told if time.fit), say)
    yield "times that do not", _times((time for time in quote.times_told if not time.fit), say)
    yield "parks asked for", " · ".join(quote.parks_asked)
    yield "parks told", " · ".join(quote.parks_told) if quote.parks_asked else ""
    if quote.folding:
        yield from _folding(quote.folding, say)


def _folding(folding: Folding, say: Say) -> Iterator[tuple[str, str]]:
    yield "also told in", " · ".join(folding.also_in)
    yield "shown because", say(folding.preferred)
    yield "in the place of", folding.instead_of or ""


def _terms(terms: Iterable[SoughtTerm]) -> str:
    """Terms with their rarity, the rarest first."""
    return " · ".join(f"{term.text} {term.rarity:.2f}" for term in sorted(terms, key=lambda term: -term.rarity))


def _times(times: Iterable[ToldTime], say: Say) -> str:
    told = sorted(times, key=lambda time: -time.fit)
    return " · ".join(
        _days(time.text or say("published"), time.first, time.last) + (f" {time.fit:.2f}" if time.fit else "") for time in told
    )


def _days(text: str, first: date, last: date) -> str:
    return f"{text} ({first}{'' if first == last else f' – {last}'})"


def _dropped(dropped: Sequence[Dropped], labels: Mapping[str, str], say: Say) -> Table:
    """The best of the passages that are not quoted, and how many there are below."""
    table = _table()
    for name in ("place", "score"):
        table.add_column(say(name), justify="right")
    table.add_column(say("article"), overflow="fold")
    table.add_column(say("characters"), justify="right", no_wrap=True)
    table.add_column(say("why"))
    for part in dict.fromkeys(each.part for each in dropped):
        ours = [each for each in dropped if each.part == part]
        if part in labels:
            table.add_row("", "", Text(labels[part], style="italic"))
        for each in ours[:DROPPED_SHOWN]:
            table.add_row(
                str(each.place), f"{each.score:.3f}", Text(printable(each.article)), f"{each.start}-{each.end}", say(_reason(each))
            )
        if len(ours) > DROPPED_SHOWN:
            table.add_row("", "", say(f"and {len(ours) - DROPPED_SHOWN} more"))
    return table


def _reason(dropped: Dropped) -> str:
    match dropped.reason:
        case DropReason.QUOTED:
            return f"its sentence stands in or around quote {dropped.quote}"
        case DropReason.CONTRADICTS:
            return "of another time, park or office than asked for"
        case DropReason.NEAR_DUPLICATE:
            return f"a reprint of quote {dropped.quote}" if dropped.quote else "a reprint of what is not quoted"
        case DropReason.BELOW:
            return "after the last quote"
        case DropReason.OTHER_SIDE:
            return "of another side"


def _confidence(all_parts: Sequence[PartConfidence], first: int, say: Say) -> Table:
    """The sums behind the confidence of the parts from the one at `first` on."""
    parts = all_parts[first : first + SIDE_BY_SIDE]
    names = [say(f"part {number}") for number in range(first + 1, first + 1 + len(parts))] if len(all_parts) > 1 else [say("value")]
    table = _sums(names, [part.signals for part in parts], say)
    table.add_row(say("bias"), "", *_last_row(part.bias for part in parts))
    table.add_row(say("sum"), "", *_last_row(part.total for part in parts), style="bold")
    table.add_row(say("confidence"), "", *_last_row(part.probability for part in parts), style="bold")
    return table


def _table(*, header: bool = True) -> Table:
    return Table(box=box.SIMPLE_HEAD, show_header=header, pad_edge=False)
