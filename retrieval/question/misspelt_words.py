"""English words that are misspelt by one letter, put right before a question is read: exprots, growht, goverment.

Only words that nothing knows and that are no pinyin, and only slips by which no name becomes a word: two letters in each other's place, one
left out, a wrong vowel, s for z. What is typed with a capital inside a question is a name.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator

from corpus.language.glossary import load_glossary
from corpus.language.lazy_pattern import lazy_pattern
from corpus.language.rewriting import Edit
from corpus.language.romanisation import is_pinyin
from corpus.language.span import Span
from corpus.language.vocabulary import word_list

_WORD = lazy_pattern(r"(?<![a-z0-9'’&.@/-])[a-z]{6,}(?![a-z0-9'’&@/-])")
_NAME = lazy_pattern(r"(?<=[\w,;:] )[A-Z][a-z]+")
_MONTHS = frozenset(("january", "february", "march", "april", "august", "september", "october", "november", "december"))
"""Words that are typed with a capital and are no names."""
_ALIKE = ("aeiou", "sz", "ck")
"""Letters that are written for each other."""
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


def right_words(typed: str, plain: str) -> Iterator[Edit]:
    """The edits, in order, that put the words that are meant in the place of misspelt ones; the text is plain."""
    names = {name.lower() for name in _NAME.findall(typed)}
    for match in _WORD.finditer(plain):
        if (meant := _meant(match[0])) and (match[0] not in names or meant in _MONTHS):
            yield Edit(Span(*match.span()), meant)


@functools.lru_cache(4096)
def _meant(word: str) -> str:
    """The only known word that a misspelt one stands for; empty where it is known itself, or where there is none, or several."""
    if word in _everyday() or load_glossary().knows(word) or is_pinyin(word):
        return ""
    for slips in _SLIPS:
        if found := {other for other in slips(word) if other[0] == word[0] and _is_word(other)}:
            return found.pop() if len(found) == 1 else ""
    return ""


def _is_word(word: str) -> bool:
    """Whether it is one of the glossary's, or the plural of one: of all their forms some are no words."""
    words = load_glossary().words
    return word in words or word.removesuffix("s") in words


@functools.cache
def _everyday() -> frozenset[str]:
    return frozenset(word_list("weak_english_words.txt"))


def _swapped(word: str) -> Iterator[str]:
    return (word[:place] + word[place + 1] + word[place] + word[place + 2 :] for place in range(len(word) - 1))


def _one_left_out(word: str) -> Iterator[str]:
    return (word[:place] + letter + word[place:] for place in range(1, len(word) + 1) for letter in _LETTERS)


def _one_alike(word: str) -> Iterator[str]:
    for place, letter in enumerate(word):
        for group in _ALIKE:
            if letter in group:
                yield from (word[:place] + other + word[place + 1 :] for other in group if other != letter)


_SLIPS: tuple[Callable[[str], Iterator[str]], ...] = (_swapped, _one_left_out, _one_alike)
"""What may have happened to a word, the likeliest first."""
