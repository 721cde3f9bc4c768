"""Which office a question in English asks the holder of: deputy director of the management committee as 管委会 and 副."""

from __future__ import annotations

from corpus.language.glossary import load_glossary
from corpus.language.lazy_pattern import lazy_pattern
from retrieval.ranking.office import AskedOffice

_ROLES = {
    "discipline secretary": r"discipline(?: inspection)? secretary",
    "书记": r"(?:party )?secretary(?! general)|party (?:chief|boss|leader)",
    "秘书长": r"secretary[ -]general",
    "总经理": r"general managers?|gm|managing director|ceo|chief executive(?: officer)?",
    "工会主席": r"union (?:chair(?:man|woman|person)?|president)|chair(?:man|woman|person)? of (?:[a-z'’-]+ ){0,4}?unions?",
    "chair": r"chair(?:man|woman|person)?|chairs(?! (?:the|this|that|an?)\b(?! board))",
    "president": r"president",
    "财务总监": r"cfo|chief financial officer|finance director",
    "技术总监": r"cto|chief technology officer",
    "总工程师": r"chief engineer",
    "首席科学家": r"chief scientist",
    "创始人": r"founder",
    "市长": r"mayors?",
    "校长": r"principal|head ?(?:master|mistress|teacher)",
    "院长": r"dean",
    "plant manager": r"(?:plant|factory) (?:manager|director|head)",
    "老板": r"boss",
    "法定代表人": r"legal representative",
    "head": r"directors?(?:[ -]general)?|heads?|chiefs?|leaders?",
}
_ORGANS = {
    "bureau": ("局", "局"),
    "committee": ("委会", "委会"),
    "commission": ("委", "委会"),
    "office": ("办", "办室"),
    "department": ("部", "部局厅处"),
    "section": ("科", "科"),
    "division": ("处", "处"),
    "customs": ("海关", "关"),
}
"""What the Chinese names of organs end in, and the last characters of those that have one of their own."""
_TITLES = {
    **{"局": "局长", "会": "主任", "委": "主任", "办": "主任", "室": "主任"},
    **{"科": "科长", "处": "处长", "关": "关长"},
}
"""What the head of an organ is called, by the last character of its name."""
_PARTY = ("党工委", "党委")
_DISCIPLINE = ("纪工委", "纪委")
_ZONES = ("区", "园")
_OF_ZONE = {"committee": ("管委会",)}
_ORGAN_WORDS = (
    "bureau|committee|commission|office|department|section|division|cent(?:re|er)|customs"
    "|institute|university|school|hospital|association|authority"
)
_ORGAN = rf"(?P<organ>(?:[a-z'’&-]+ ){{0,4}}?(?:{_ORGAN_WORDS}))"
_VICE = r"(?P<vice>(?:executive |standing |first )?(?:deputy|vice|assistant)[ -])?"
_OF = rf"(?: (?:of|at|in|for) (?:the )?(?:[a-z'’-]+ ){{0,5}}?(?P<of>(?:[a-z&-]+ ){{0,3}}(?:{_ORGAN_WORDS}))\b)?"
_OFFICES = tuple((office, lazy_pattern(rf"\b(?:{_ORGAN}(?:['’]s)? )?{_VICE}(?:{words})\b{_OF}")) for office, words in _ROLES.items())
_LEADS = (
    r"\bwho (?:now |currently )?(?:heads|headed|leads|led|directs|directed|runs|ran|is (?:now |currently )?in charge of|took over(?: at)?)"
)
_HEADS = lazy_pattern(rf"{_LEADS} (?:the )?(?:{_ORGAN}\b|(?:[a-z'’-]+ ){{0,4}}?(?:zone|park|etdz|htz|cbz)\b(?!['’]))")


def office_in_english(plain: str) -> AskedOffice | None:
    """The first office that a plain question names."""
    if led := _HEADS.search(plain):
        return _of_organ("head", led["organ"])
    found = [(match.start(), place, office, match) for place, (office, pattern) in enumerate(_OFFICES) for match in pattern.finditer(plain)]
    if not found:
        return None
    _, _, office, match = min(found, key=lambda each: each[:2])
    vice = match["vice"] is not None
    if office == "discipline secretary":
        return AskedOffice("书记", vice, _DISCIPLINE)
    return _of_organ(office, match["organ"] or match["of"], vice=vice)


def _of_organ(office: str, organ: str | None, *, vice: bool = False) -> AskedOffice | None:
    """None where an organ is named that has no name in Chinese."""
    organs = _organs(organ) if organ else ()
    if organ and not organs:
        return None
    titles = {_TITLES.get(each[-1], office) for each in organs} if office in ("head", "老板") else {office}
    return AskedOffice(titles.pop() if len(titles) == 1 else office, vice, organs)


def _organs(english: str) -> tuple[str, ...]:
    """What an organ is called in Chinese: 投资促进局 and 招商局; with the words for what stands before, 商务局."""
    suffix, endings = next((named for word, named in _ORGANS.items() if english.endswith(word)), ("", ""))
    if "customs" in english:
        return (suffix,) if suffix == "海关" else ()
    phrases = [(phrase.text, phrase.words) for phrase in load_glossary().phrases(english)]
    if not phrases or not suffix:
        return ()
    *before, (last, words) = phrases
    if last in _ORGANS:
        of = "".join(each[0] for _, each in before if not each[0].endswith(_ZONES))
        return (of + suffix,) if of else _OF_ZONE.get(last, ())
    whole = tuple(word for word in words if len(word) > 1 and word[-1] in endings)
    return _PARTY if set(whole) & set(_PARTY) else whole
