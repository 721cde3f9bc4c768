"""Which office a question in English asks the holder of: deputy director of the management committee as 管委会 and 副."""

from __future__ import annotations

from corpus.language.glossary import load_glossary
from corpus.language.lazy_pattern import lazy_pattern
from retrieval.ranking.office import AskedOffice

_ROLES = {
    "书记": r"(?:party )?(?:working committee )?secretary(?! general)|secretary of the party(?: working)? committee|party chief",
    "秘书长": r"secretary[ -]general",
    "总经理": r"general manager|ceo|chief executive(?: officer)?",
    "董事长": r"chair(?:man|woman|person)?",
    "总裁": r"(?:company )?president",
    "财务总监": r"cfo|chief financial officer|finance director",
    "技术总监": r"cto|chief technology officer",
    "总工程师": r"chief engineer",
    "首席科学家": r"chief scientist",
    "创始人": r"founder",
    "市长": r"mayor",
    "法定代表人": r"legal representative",
    "head": r"director(?:[ -]general)?|heads?|chief|leader",
}
_ORGAN_WORDS = (
    "bureau|committee|commission|office|department|section|cent(?:re|er)|customs|institute|university|school|hospital|association|authority"
)
_ORGAN = rf"(?P<organ>(?:[a-z&-]+ ){{0,4}}?(?:{_ORGAN_WORDS}))"
_VICE = r"(?P<vice>(?:executive |standing |first )?(?:deputy|vice|assistant)[ -])?"
_OF = rf"(?: (?:of|at|in|for) (?:the )?(?:[a-z'’-]+ ){{0,5}}?(?P<of>(?:[a-z&-]+ ){{0,3}}(?:{_ORGAN_WORDS}))\b)?"
_OFFICES = tuple((office, lazy_pattern(rf"\b(?:{_ORGAN}(?:'s)? )?{_VICE}(?:{words})\b{_OF}")) for office, words in _ROLES.items())
_HEADS = lazy_pattern(rf"\bwho (?:heads|leads|directs|runs|is in charge of) (?:the )?{_ORGAN}\b")
_KINDS = {"bureau": "局", "committee": "委会", "commission": "委", "office": "办", "department": "部", "section": "科", "customs": "海关"}


def office_in_english(plain: str) -> AskedOffice | None:
    """The first office that a plain question names."""
    if led := _HEADS.search(plain):
        return _of_organ("head", led["organ"])
    found = [(match.start(), place, office, match) for place, (office, pattern) in enumerate(_OFFICES) for match in pattern.finditer(plain)]
    if not found:
        return None
    _, _, office, match = min(found, key=lambda each: each[:2])
    return _of_organ(office, match["organ"] or match["of"], vice=match["vice"] is not None)


def _of_organ(office: str, organ: str | None, *, vice: bool = False) -> AskedOffice | None:
    """None where an organ is named that has no name in Chinese."""
    organs = _organs(organ or "")
    return AskedOffice(office, vice, organs) if organs or not organ else None


def _organs(english: str) -> tuple[str, ...]:
    """What an organ is called in Chinese: 投资促进局 and 招商局; with the words for what stands before, 商务局."""
    if not english:
        return ()
    glossary = load_glossary()
    kind = next((han for word, han in _KINDS.items() if english.endswith(word)), "")
    phrases = [glossary.chinese_words(match[0]) for match in glossary.phrase.finditer(english)]
    if kind == "海关":
        return (kind,)
    if not phrases or not kind:
        return ()
    *before, last = phrases
    whole = tuple(word for word in last if len(word) > len(kind) and (word.endswith(kind) or kind[-1] == word[-1]))
    return whole or (("".join(words[0] for words in before) + kind,) if before else ())
