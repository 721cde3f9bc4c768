"""A question in English as the reader is asked it of an article in Chinese.

Between two alphabets the reader sees neither that a name is the one asked about nor that it is another. So names stand as the article
writes them, parks and places in Chinese, and behind the question what it says in Chinese words: how many patents does 沐曜 hold（专利）.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from corpus.article import Article
from corpus.language.glossary import load_glossary
from corpus.language.lazy_pattern import lazy_pattern
from corpus.language.romanisation import is_pinyin, name_in, romanise
from retrieval.question.mention import MentionKind
from retrieval.question.question import Question
from retrieval.question.spelt_out import spelt_out
from retrieval.question.splicing import is_chinese

_WORD = lazy_pattern(r"[A-Za-z](?:(?!['’]s\b)[A-Za-z'’-])*")
_MOST_WORDS = 4
"""Of a name that is typed with a space between its syllables: Qi Chen Pharma."""
_SHORTEST = 4
"""Letters of a name: Hebo."""


def asked_of_article(question: Question, article: Article) -> str:
    """What the reader is asked where it reads a passage of an article."""
    text = spelt_out(question)
    if not question.in_english or not is_chinese(article.text):
        return text
    written = f"{article.title}\n{article.text}"
    for typed, chinese in _places(question, written):
        text = text.replace(typed, chinese)
    for typed, chinese in list(_names(text, written)):
        text = text.replace(typed, chinese)
    return f"{text}（{question.said}）" if question.said else text


def _places(question: Question, article: str) -> Iterator[tuple[str, str]]:
    """The parks and places that are typed in Latin letters, the longest first; no city that only sounds like what is written."""
    for place in sorted(question.of(MentionKind.PARK, MentionKind.PLACE), key=lambda place: -len(place.text)):
        chinese = str(place.meaning)
        another = place.kind is MentionKind.PLACE and chinese not in article and len(name_in(article, romanise(chinese))) > 1
        if not chinese[:1].isascii() and not another:
            yield place.text, chinese


def _names(text: str, article: str) -> Iterator[tuple[str, str]]:
    """What a text has in pinyin, with the characters of an article that read so; of words that stand together as many as there are."""
    words = list(_WORD.finditer(text))
    place = 0
    while place < len(words):
        taken = 1
        for count in range(min(_MOST_WORDS, len(words) - place), 0, -1):
            pinyin = _joined(words[place : place + count])
            if not _may_be_name(pinyin, count):
                continue
            name = name_in(article, pinyin)
            if len(name) > 1:
                yield text[words[place].start() : words[place + count - 1].end()], name
                taken = count
                break
        place += taken


def _joined(words: Sequence[re.Match[str]]) -> str:
    return re.sub("['’-]", "", "".join(word[0] for word in words)).lower()


def _may_be_name(pinyin: str, words: int) -> bool:
    return len(pinyin) >= _SHORTEST and is_pinyin(pinyin) and not (words == 1 and load_glossary().knows(pinyin))
