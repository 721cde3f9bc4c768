"""An answer in the terminal: quotes with the answering sentence in bold, and their source."""

from __future__ import annotations

from rich.console import Console
from rich.panel import Panel
from rich.text import Text

from bot.messages.understanding import understood_line
from bot.terminal.printing.terminal import printable
from bot.texts import TEXTS, choose_language
from corpus.article import Article
from retrieval.answering.answer import Answer
from retrieval.ranking.quote import Quote


def print_answer(console: Console, answer: Answer) -> None:
    """Print the quotes, or that nothing was found, what was understood and what came nearest; and the explanation where there is one."""
    if answer.found:
        for rank, quote in enumerate(answer.quotes, 1):
            _print_quote(console, rank, quote)
    else:
        _print_nothing_found(console, answer)
    console.print(f"confidence {answer.confidence:.2f} · index {answer.index_version} · {answer.took_ms:.0f} ms", style="dim")
    if answer.explanation:
        from bot.terminal.printing.explanation_tables import print_explanation

        console.print()
        print_explanation(console, answer.explanation)


def source_line(article: Article) -> str:
    """Publisher, date and address of an article, as far as they are known; its file where it has no address."""
    parts = (article.publisher, article.published and article.published.isoformat(), article.url or article.path)
    return printable(" · ".join(part for part in parts if part))


def _print_quote(console: Console, rank: int, quote: Quote) -> None:
    heading = Text(f"{rank}  {printable(quote.article.heading)}", style="bold")
    also_in = f"另有 {len(quote.also_in)} 家转载 also in: {printable(', '.join(quote.also_in))}" if quote.also_in else ""
    if console.is_terminal:
        source = Text(source_line(quote.article), style="dim")
        console.print(Panel(_emphasised(quote), title=heading, title_align="left", subtitle=source, subtitle_align="left", padding=(1, 2)))
    else:  # unwrapped, so that the words can be searched and copied
        for line in (heading, _emphasised(quote), Text(f"—— {source_line(quote.article)}")):
            console.print(line, soft_wrap=True)
    if also_in:
        console.print(Text(also_in, style="dim"), soft_wrap=True)
    if not console.is_terminal:
        console.print()


def _emphasised(quote: Quote) -> Text:
    text = Text(printable(quote.text))
    for start, end in quote.emphasis:
        text.stylize("bold", start - quote.start, end - quote.start)
    return text


def _print_nothing_found(console: Console, answer: Answer) -> None:
    console.print("没有找到这个问题的答案。Nothing in the corpus answers this.", style="bold yellow")
    if understood := understood_line(answer.understood, TEXTS[choose_language("en", None, answer.question)]):
        console.print(Text(understood), soft_wrap=True)
    if answer.quotes:
        console.print("最接近的报道 Nearest articles:")
    articles = {quote.article.id: quote.article for quote in answer.quotes}
    for article in articles.values():
        console.print(Text(f"  · {printable(article.heading)}  ").append(source_line(article), style="dim"), soft_wrap=True)
