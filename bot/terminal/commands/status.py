"""`parkqa status`: what is in the index."""

from __future__ import annotations

import typer

from bot.terminal.commands.invocation import ConfigOption, CorpusOption, IndexOption, JsonOption, settings_of


def status(
    context: typer.Context, as_json: JsonOption = False, config: ConfigOption = None, corpus: CorpusOption = None, index: IndexOption = None
) -> None:
    """Show what is in the index: version, articles, parks and years, and the files that were rejected.

    索引里有什么：版本、文章数、园区、年份，以及没能收录的文件。

    Example: [bold]parkqa status --json[/bold]
    """
    settings = settings_of(context, config, corpus, index)
    from bot.admin.index_report import self_check_text
    from bot.monitoring.index_status import read_status, readable_size
    from bot.terminal.printing.rejections import print_rejections
    from bot.terminal.printing.terminal import print_json, printable, stdout_console
    from bot.texts.en import EN

    found = read_status(settings)
    if as_json:
        print_json(found.as_dict())
        return
    from rich.table import Column, Table
    from rich.text import Text

    rows = {
        "index": f"{found.folder}, version {found.index_version}, created {found.created_at}",
        "articles": str(found.articles),
        "passages": str(found.passages),
        "parks": "、".join(found.parks) or "none named",
        "years": ", ".join(map(str, found.years)) or "no dates",
        "embedder": found.embedder,
        "on disk": readable_size(found.size_bytes),
        "rejected": str(len(found.rejected)),
        "quality": self_check_text(found.self_check, EN) if found.self_check else "not measured: run `parkqa reindex`",
        "accepted": f"{found.accepted_false_answers:.0%} false answers",
    }
    table = Table("", Column(overflow="fold"), box=None, show_header=False)
    for name, value in rows.items():
        table.add_row(name, Text(printable(value)))
    console = stdout_console()
    console.print(table)
    print_rejections(console, found.rejected)
