"""What a question is about beside parks and times: what a next question may be about without saying so."""

from __future__ import annotations

from corpus.language.asking_words import Kind
from corpus.language.occasions import find_occasion
from corpus.language.span import Span
from retrieval.question.mention import MentionKind
from retrieval.question.question import Question
from retrieval.question.splicing import spliced


def occasion_of(question: Question, *, lasting: bool) -> str:
    """The event or measure that a question says before it asks: 工作会议 of 沐江经开区工作会议奖励了谁; with `lasting` only a measure."""
    asking = next((mention.span.start for mention in question.mentions if isinstance(mention.meaning, Kind)), len(question.text))
    matter = next((mention for mention in question.of(MentionKind.MATTER) if mention.span.start < asking), None)
    if matter is None:
        return ""
    return matter.text[: len(find_occasion(str(matter.meaning), lasting=lasting))]


def statement_of(question: Question) -> str:
    """The question without the words that ask and without what they count: 沐江经开区奖励了企业 of 沐江经开区奖励了多少家企业."""
    counted = question.unit or ""
    asking = (mention.span for mention in question.of(MentionKind.ASKING) if isinstance(mention.meaning, Kind))
    spans = (Span(start, end + len(counted) if question.text.startswith(counted, end) else end) for start, end in asking)
    return spliced(question.text, [(span, "") for span in spans]).strip(" ?？。.，,")
