"""What people write to a bot that is no question: a greeting, thanks, ok, 😀. Searching for it would find chance passages."""

from __future__ import annotations

import re

from bot.texts.wording import Texts

_END = r"[\W啊呀哦了啦吗嘛呢]*"
_GREETING = re.compile(
    r"\W*(?:[你您]好|大家好|哈[啰喽罗]|嗨|早(?:上好|安)?|[上中下]午好|晚上好|在(?:吗|嗎|不在)|"
    rf"hi|hello|hey|good (?:morning|afternoon|evening)){_END}",
    re.IGNORECASE,
)
_THANKS = re.compile(
    rf"\W*(?:(?:好的?|ok)[,，\s]*)?(?:多?[谢謝]{{1,2}}[你您]?|感[谢謝]|辛苦|thanks|thank you|thx)(?: (?:a lot|so much|very much))?{_END}",
    re.IGNORECASE,
)
_ACKNOWLEDGED = re.compile(
    r"\W*(?:好(?:的|吧|滴|嘞|啦)?|嗯+|哦+|行|收到|明白|知道|[了瞭]解|懂|算了|没事|沒事|再[见見]|拜拜|"
    rf"ok(?:ay)?|alright|all right|got it|i see|understood|great|nice|cool|fine|never ?mind|(?:good)?bye(?: bye)?){_END}",
    re.IGNORECASE,
)


def small_talk(typed: str, texts: Texts) -> str | None:
    """What to say to something that asks nothing; None to a question."""
    if not any(map(str.isalnum, typed)):
        return texts.text_only
    if _GREETING.fullmatch(typed):
        return texts.greeting
    if _ACKNOWLEDGED.fullmatch(typed):
        return texts.acknowledged
    return texts.you_are_welcome if _THANKS.fullmatch(typed) else None
