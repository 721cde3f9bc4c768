"""The words of a question that only ask: what is left when they are gone is what the question is about."""

from __future__ import annotations

import re

_COLLOQUIAL = tuple(
    (re.compile(colloquial), standard)
    for colloquial, standard in (
        ("甚么|啥|咩", "什么"),
        ("咋", "怎么"),
        ("(?<![周旁])边个(?![体别人])", "谁"),
        ("(?<!十)几时|多会儿", "什么时候"),
    )
)
_ASKING = re.compile(
    r"请问|请?告诉我|我?想(?:要)?(?:知道|了解|问)一?下?|麻烦(?:问一?下)?|帮我?查一?[下查]|有没有人?知道|能不能|是不是|是否|什么时[候间]?|什么地[方点]|"
    r"什么样的?|叫什么(?:名字)?|是什么|有什么|什么|为什么|为何|有?是?多少[钱元]|有多少|是多少|达到?多少|多少|怎么样|怎样|怎么|如何|"
    r"哪一?[年天位家个里儿些几次]|哪[两二三四五六七八九十][家个年位项]?|哪|是谁|谁的?|几(?=[个家人名项件条座户位台套辆场次所种年月天岁号点])|"
    r"多[大高长久远快重宽深]|分别|吗|呢|啊|吧|"
    r"['’]s\b|(?<!['’-])\b(?:what|when|where|which|who|whom|whose|why|how|many|much|is|are|was|were|do|does|did|the|a|an|of|in|on|at|to|for|by|has|have|had|be|"
    r"been|it|its|that|this|there|and|or|with|from|please|tell|me|than|as|can|could|you)\b"
)
_FUNCTION_WORDS = frozenset("的了是在有和与及为被把将对从到由于中上下里个都也又还就而并等其该这那着过给让向以")


def in_standard_words(plain: str) -> str:
    """Colloquial and dialectal asking words as the standard ones: 啥时候 → 什么时候, 咋 → 怎么."""
    for colloquial, standard in _COLLOQUIAL:
        plain = colloquial.sub(standard, plain)
    return plain


def without_asking_words(plain: str) -> str:
    """A simplified, lower-case question with a space in place of each of its asking words."""
    return _ASKING.sub(" ", plain)


def content_words(words: tuple[str, ...]) -> tuple[str, ...]:
    """Distinct words without function words, unless nothing else is there."""
    distinct = dict.fromkeys(words)
    return tuple(word for word in distinct if word not in _FUNCTION_WORDS) or tuple(distinct)
