"""An answer as the bot keeps it, with all that a database may get wrong: large numbers, characters of four bytes, a long fraction."""

from __future__ import annotations

import time
from datetime import date

from bot.store.answers import KeptQuote, ShownAnswer
from corpus.language.span import Span

QUOTE = KeptQuote("a", 3, "引文𠮷", (Span(3, 5),), ("b",), answer=Span(4, 5))
SHOWN = ShownAnswer(
    token="abcdefgh",
    chat=-1_001_234_567_890,
    asker=6_123_456_789,
    question_message=7,
    message=None,
    typed="那2022年呢",
    question="沐江2022年😀",
    before=("那2022年呢",),
    asked_on=date(2024, 3, 1),
    found=True,
    confidence=0.1234567890123456,
    index_version="000003",
    visible=1,
    quotes=(QUOTE,),
    created_at=time.time(),
)
