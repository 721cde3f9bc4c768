"""Says why nothing was found, and what there is instead: 没有2026年的报道；沐江经开区有2021、2022、2023年的."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.messages.one_line import one_line
from bot.messages.period import period
from bot.texts.wording import Texts
from corpus.language.english_park_names import english_name
from retrieval.answering.missing import Missing, ToldTime

NAME_LENGTH = 60


def missing_line(missing: Missing, texts: Texts, *, in_english: bool = False) -> str:
    """One line; that nothing was found where it is not sure why. With `in_english` parks go by their English names, as in the question."""
    if in_english:
        park, of = (name and english_name(name) for name in (missing.park, missing.of))
        missing = replace(missing, park=park, of=of, alike=tuple(map(english_name, missing.alike)))
    if missing.park or missing.alike:
        return _no_park(missing, texts)
    if missing.unsure:
        return texts.missing.unsure
    if missing.times:
        return _other_times(missing, texts)
    if missing.word:
        wording, park = texts.missing, one_line(missing.of or "", NAME_LENGTH)
        word = texts.quoted.format(text=one_line(missing.word, NAME_LENGTH))
        return (wording.word_of_park if park else wording.word).format(park=park, word=word)
    return texts.not_found


def _no_park(missing: Missing, texts: Texts) -> str:
    wording, alike = texts.missing, [one_line(park, NAME_LENGTH) for park in missing.alike]
    told = wording.no_park.format(park=one_line(missing.park, NAME_LENGTH)) if missing.park else ""
    asked = wording.alike.format(park=alike[0]) if len(alike) == 1 else wording.which.format(parks=wording.either.join(alike))
    return f"{told}{asked}" if alike else told.rstrip()


def _other_times(missing: Missing, texts: Texts) -> str:
    wording, park = texts.missing, one_line(missing.of or "", NAME_LENGTH)
    asked, told = times_line(missing.times, texts), times_line(missing.told, texts)
    if not told:
        return (wording.no_reports_on_park if park else wording.no_reports_at_all).format(park=park, times=asked)
    years = texts.year.format(year=texts.comma.join(map(str, missing.reported))) if missing.reported else ""
    opening = (
        wording.not_whole
        if missing.in_part
        else wording.no_reports
        if not years
        else wording.not_told
        if years == asked
        else wording.not_told_of_times
    )
    elsewhere = wording.told_of_park if park else wording.told
    return opening.format(times=asked, years=years) + elsewhere.format(park=park, times=told)


def times_line(times: Sequence[ToldTime], texts: Texts) -> str:
    """Times in their order, years as one: 2021、2022、2023年; empty where there are none."""
    if times and all(first == first.replace(month=1, day=1) and last == first.replace(month=12, day=31) for first, last in times):
        return texts.year.format(year=texts.comma.join(str(first.year) for first, _ in times))
    return texts.comma.join(period(first, last, texts) for first, last in times)
