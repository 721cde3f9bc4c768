"""What a park is called in English: Mujiang ETDZ for 沐江经开区."""

from __future__ import annotations

from corpus.language.park_kinds import kinds_in_chinese
from corpus.language.parks import split_park, without_kind
from corpus.language.romanisation import romanise
from corpus.language.script import simplified

_LONGEST_NAME = 3
"""Characters of a name that can be read when they are run together in pinyin."""
_LONGEST_INITIALS = 4
_SMALL = ("and", "of")


def in_english(park: str) -> str:
    """The name in pinyin and the kind in English; empty where the kind has no English name or the name is too long to be read so."""
    plain = simplified(park)
    name, kind = without_kind(plain), kinds_in_chinese().get(split_park(plain)[1])
    if kind is None or not kind.english or plain.isascii() or len(name) > _LONGEST_NAME:
        return ""
    return f"{romanise(name).capitalize()} {_titled(kind.english[0])}"


def english_name(park: str) -> str:
    """The same; the name as it is where it has none in English."""
    return in_english(park) or park


def _titled(kind: str) -> str:
    """high-tech zone → High-Tech Zone, etdz → ETDZ."""
    if " " not in kind and len(kind) <= _LONGEST_INITIALS:
        return kind.upper()
    return " ".join(word if word in _SMALL else "-".join(part.capitalize() for part in word.split("-")) for word in kind.split())
