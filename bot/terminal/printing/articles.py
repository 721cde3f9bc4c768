"""What `parkqa articles` and `parkqa show` print: articles as they were read, for whoever looks after them."""

from __future__ import annotations

from collections.abc import Iterable

from rich.console import Console
from rich.text import Text

from bot.messages.reason_text import reason_text
from bot.terminal.printing.drawing import BAR
from bot.terminal.printing.terminal import printable
from bot.texts import TEXTS, choose_language
from bot.texts.reading import Reading
from bot.texts.wording import Texts
from corpus.article import Article
from corpus.reading.preview import Preview
from retrieval.text.passage import Passage


def print_articles(articles: Iterable[Article], console: Console) -> None:
    """Print two lines for each article: id and title, then date, publisher, parks and length."""
    for article in articles:
        words = _words_for(article)
        _print(console, (printable(article.id), "bold"), "  ", printable(article.title or words.no_title))
        _print(console, (f"    {printable(_facts(article, words))}", "dim"))


def print_article(seen: Preview, article: Article, passages: Iterable[Passage], console: Console) -> None:
    """Print one article: what is known of it, what to look at, its passages, and the lines of its page that it does not hold."""
    words = _words_for(article)
    passages = tuple(passages)
    _print(console, (printable(article.title or words.no_title), "bold"))
    _print(console, (printable(_facts(article, words)), "dim"))
    _print(console, (printable(" · ".join(filter(None, (article.path, article.url)))), "dim"))
    for remark in seen.remarks:
        if remark.path == article.path:
            _print(console, (f"  ! {printable(reason_text(remark.reason, _texts_for(article)))}", "yellow"))
    _print(console, f"\n{words.passages.format(count=len(passages))}")
    for passage in passages:
        for line in printable(passage.text).split("\n"):
            console.print(Text.assemble(BAR, line), soft_wrap=True)
        console.print()
    _print_left_out(seen, words, console)


def _print_left_out(seen: Preview, words: Reading, console: Console) -> None:
    if len(seen.articles) != 1:
        return  # nothing is known of the lines of a file that holds many articles
    _print(console, words.left_out.format(count=len(seen.left_out)) if seen.left_out else words.nothing_left_out)
    for line in seen.left_out:
        _print(console, (f"  − {printable(line)}", "dim"))


def _words_for(article: Article) -> Reading:
    return _texts_for(article).reading


def _texts_for(article: Article) -> Texts:
    return TEXTS[choose_language("en", None, article.text)]


def _facts(article: Article, words: Reading) -> str:
    day = article.published.isoformat() if article.published else words.no_date
    return " · ".join((day, article.publisher or words.no_publisher, *article.parks, words.characters.format(count=len(article.text))))


def _print(console: Console, *pieces: str | tuple[str, str]) -> None:
    console.print(Text.assemble(*pieces), soft_wrap=True)
