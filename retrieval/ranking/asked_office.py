"""The office whose holder a question asks for, in Chinese or in English."""

from __future__ import annotations

from corpus.language.asking_words import Kind
from corpus.language.lazy_pattern import lazy_pattern
from retrieval.question.mention import SUBJECTS
from retrieval.question.question import Question
from retrieval.ranking.english_offices import office_in_english
from retrieval.ranking.office import AskedOffice, is_own, offices_told, organ_of

_HELD = lazy_pattern(
    r"\W*(?:的?(?:名字|姓名)?(?:现在|目前|如今|现任|都|又|还)?(?:是|叫|由|换|换成|为)?了?(?:谁|哪一?[位个]|什么|什么名字)?(?:担任|呢)?"
    r"|(?:都|分别)?(?:有|是)?(?:哪些人?|哪几[位个人]|谁|名单))\W*$"
)
"""What may stand between an office and the end of a question that asks for its holder."""
_HOLDER = lazy_pattern(r"谁(?:是|任|当|担任|做|接任|出任|在当)|\bwho\b|whose name|name of")
_TENURES = "上一任|上任|新任|现任|时任|首任|前任|原任"
_ASKED_BETWEEN = lazy_pattern(r"(?:现在|目前|如今)?(?:是|由)?谁(?:是|任|当|做|担任|在当|接任|出任)?$")
"""What may stand between an organ and its office where its holder is asked for: 招商局现在谁是局长."""
_BEFORE_ORGAN = lazy_pattern(
    rf"^.*(?:的|(?<![同战定计临小按实限及平])时(?![代尚间装刻空任])|时候|那会儿?|那[年时]|谁[任当做]?|担任|现在|目前|如今|{_TENURES})|^[原前现新]"
)
_BEHIND_ORGAN = lazy_pattern(rf"(?:{_TENURES}|[原前现新])$")


def office_asked(question: Question) -> AskedOffice | None:
    """The last office that a question names, where it asks who holds it; the names of its subjects are no part of what stands before it."""
    if question.in_english:
        return _asked_in_english(question) if question.kind is Kind.PERSON else None
    if question.kind not in (Kind.PERSON, Kind.OTHER, Kind.LIST):
        return None
    plain = question.plain
    for mention in question.of(*SUBJECTS):
        if not _is_organ(mention.text):
            plain = plain.replace(mention.text.lower(), "，")
    found = [office for office in offices_told(plain, with_left=True) if _HELD.match(plain, office.end) or _HOLDER.search(plain)]
    if not found:
        return None
    office = found[-1]
    before = _BEFORE_ORGAN.sub("", _BEHIND_ORGAN.sub("", _ASKED_BETWEEN.sub("", office.before)))
    organ = organ_of(before) or (before and organ_of(before + office.name[0]))
    return AskedOffice(office.name, office.vice, (organ,) if organ else ())


def _asked_in_english(question: Question) -> AskedOffice | None:
    """Of a zone, where nothing else is named, the head is no 局长."""
    office = office_in_english(question.plain)
    of_zone = office is not None and office.name == "head" and not office.organs and question.latin_places.issuperset(question.names)
    return office._replace(name="head of a zone") if office and of_zone and question.parks else office


def _is_organ(name: str) -> bool:
    """Whether a name is that of something within a zone that has a head of its own: 岚川科创中心, but no company."""
    return bool(organ_of(name)) and not is_own(name)
