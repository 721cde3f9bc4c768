"""What a question asks besides the parks, places, names and times in it, and whether an article tells anything of it.

Best restaurants in Yinchuan: that Yinchuan is told of answers nothing, where no word for restaurants is.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from corpus.language.asking_words import Kind, content_words, without_asking_words
from corpus.language.everyday_words import official_words
from corpus.language.glossary import load_glossary
from corpus.language.places import PROVINCES
from corpus.language.romanisation import is_heard, latin_names, name_in, romanise
from corpus.language.vocabulary import entries, word_list
from retrieval.index.engine import Snapshot
from retrieval.question.mention import MentionKind
from retrieval.question.plain_text import without_marks
from retrieval.question.question import Question
from retrieval.question.splicing import is_chinese
from retrieval.ranking.other_step import step_words
from retrieval.text.analyzer import Analyzer
from retrieval.text.article_facts import ArticleFacts
from retrieval.text.passage_facts import PassageFacts
from retrieval.text.terms import Terms

_TOLD_APART = (MentionKind.PARK, MentionKind.PARK_KIND, MentionKind.PLACE, MentionKind.NAME, MentionKind.TIME)
_TELLING_RANK = ("位列", "位居", "排名", "名列", "列第", "居第", "排第", "首位", "榜首", "居全")
_SHORTEST_WORD = 3
"""Letters of an English word that says something."""
_OF_MANY = frozenset(("外资", "外方", "欧美"))
"""What tells of several countries."""


@dataclass(frozen=True, slots=True)
class Thing:
    """One thing that is asked about."""

    words: tuple[str, ...]
    """Any of these tells of it."""
    rarity: float = 0.0
    """Inverse document frequency of the most frequent of them."""


class AskedBesides:
    """Looks for what one question asks besides."""

    def __init__(self, question: Question, snapshot: Snapshot, analyzer: Analyzer) -> None:
        self._latin = question.in_english
        things = _in_english(question) if question.in_english else _in_chinese(question, analyzer)
        self._things = list(_weighed([Thing(tuple(map(analyzer.normalize, thing.words))) for thing in things], snapshot))
        self._places = tuple(dict.fromkeys(_places_asked(question)))
        names = frozenset(question.names)
        self._named = [thing for thing in self._things if thing.words[0] in names]
        self._rarity = sum(thing.rarity for thing in self._things)

    def matter_missing(self, siblings: Iterable[PassageFacts]) -> float:
        """The share of the things, by rarity, that the candidates of one article do not tell of, without names that they tell."""
        candidates = list(siblings)
        return self._missing("\n".join((candidates[0].article.context, candidates[0].article.lead, *(each.text for each in candidates))))

    def sentence_missing(self, article: ArticleFacts, sentence: str) -> float:
        """The same of what neither one sentence nor the title of its article tells of."""
        return self._missing(f"{article.context}\n{sentence}")

    def _missing(self, text: str) -> float:
        sounds = romanise(text) if self._latin and self._things else ""
        untold = [thing for thing in self._things if not _is_told(thing, text, sounds)]
        if not untold:
            return 0.0
        asked = self._rarity
        if self._named:
            asked = sum([thing.rarity for thing in self._things if thing in untold or thing not in self._named])
        return sum([thing.rarity for thing in untold]) / max(asked, 1e-6)

    def places_missing(self, article: ArticleFacts, sentence: str) -> float:
        """The share of the places named that neither title, parks and lead of an article name nor one sentence of it."""
        if not self._places:
            return 0.0
        text = "\n".join((article.context, article.lead, sentence))
        absent = [place for place in self._places if place not in text and (is_chinese(sentence) or romanise(place) not in text)]
        if self._latin:
            absent = [place for place in absent if not _may_be_company(place, text)]
        return len(absent) / len(self._places)


def _may_be_company(place: str, text: str) -> bool:
    """Whether a text names something else that reads like a place typed in Latin letters: 鑫宇 for Xinyu, which is 新余 as well."""
    return len(name_in(text, romanise(place))) > 1


def _places_asked(question: Question) -> Iterator[str]:
    """The places named, but for a province that begins the name of a company: 四川汀鲜食品 is 汀鲜食品 as well."""
    names = {mention.span.start for mention in question.of(MentionKind.NAME)}
    for mention in question.of(MentionKind.PLACE):
        if mention.meaning not in PROVINCES or mention.span.end not in names:
            yield str(mention.meaning)


def _is_told(thing: Thing, text: str, sounds: str) -> bool:
    """Whether a text has any of the words, or the pinyin of a name in it sounds like one."""
    for word in thing.words:
        if word in text or (sounds and word.isascii() and len(word) > _SHORTEST_WORD and is_heard(word, text, sounds)):
            return True
    return False


def _in_chinese(question: Question, analyzer: Analyzer) -> Iterator[Thing]:
    """The content words of what is asked for, each with the official words for it."""
    if question.kind is Kind.RANK:
        yield Thing(_TELLING_RANK)
    matter = " ".join(str(mention.meaning) for mention in question.matter)
    for word in content_words(analyzer.terms(matter).words) if matter else ():
        yield Thing((word, *official_words([word]), *load_glossary().entries.get(word, ())))


def _in_english(question: Question) -> Iterator[Thing]:
    """The phrases that the glossary knows, with the Chinese words for each; and what it does not know."""
    glossary, text, weak = load_glossary(), _without_names(question), word_list("weak_english_words.txt")
    for phrase in glossary.phrases(text):
        if phrase.text not in weak:
            yield Thing((phrase.text, *phrase.words, *_also_told_by(phrase.words)))
    for mention in question.of(MentionKind.NAME, MentionKind.MATTER):
        if is_chinese(mention.text):
            yield Thing((str(mention.meaning),))
    for word in latin_names(without_asking_words(glossary.without_phrases(text))):
        if len(word) >= _SHORTEST_WORD and word not in weak:
            yield Thing((word, word.removesuffix("s")))


def _also_told_by(words: Iterable[str]) -> Iterator[str]:
    """What else tells of a thing in Chinese: of a step all that it is called by, of a country 德籍 and the like."""
    others = entries("concrete_things.txt")
    for word in words:
        yield from step_words(word)
        if word in word_list("countries.txt"):
            yield from (other for other in others.get(word, ()) if len(other) > 1 and other not in _OF_MANY)


def _without_names(question: Question) -> str:
    """The question in lower case, with spaces in place of what it names."""
    chars = list(without_marks(question.text.lower()))
    for mention in question.of(*_TOLD_APART):
        chars[slice(*mention.span)] = " " * (mention.span.end - mention.span.start)
    return "".join(chars)


def _weighed(things: Sequence[Thing], snapshot: Snapshot) -> Iterator[Thing]:
    """Each thing with how rarely any of its words stands in the corpus."""
    frequencies = iter(snapshot.document_frequencies(Terms(tuple(word for thing in things for word in thing.words), ())).words)
    for thing in things:
        most = max(islice(frequencies, len(thing.words)))
        yield Thing(thing.words, math.log(1 + (len(snapshot) - most + 0.5) / (most + 0.5)))
