"""Which parks of an index a question means: by any form of their name, by their name without a kind, or by their place."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from bot.conversation.holdings import Holdings
from bot.conversation.services import Services
from retrieval.index.engine import Headline
from retrieval.question.mention import Mention, MentionKind
from retrieval.ranking.park_agreement import same_park
from retrieval.text.park_name import ParkName, park_name


def parks_meant(services: Services, mention: Mention) -> tuple[str, ...]:
    """The parks that a park, place or kind of a question means, as reports spell them, those with most reports first.

    Raises IndexUnavailable.
    """
    meant, normalize = str(mention.meaning), services.answerer.analyzer.normalize
    parks, asked = services.holdings().by_park, park_name(meant)
    if mention.kind is MentionKind.PARK and asked.kind:
        return tuple(park for park in parks if same_park(asked, park_name(normalize(park))))
    if mention.kind is MentionKind.PARK_KIND:
        return tuple(park for park in parks if park_name(normalize(park)).kind == meant)
    return tuple(park for park in parks if park_name(normalize(park)).place.startswith(meant))


def distinct(parks: Sequence[str], normalize: Callable[[str], str]) -> list[str]:
    """The parks without further spellings of one: Linyue High-Tech Zone beside 临樾高新区."""
    names: dict[str, ParkName] = {}
    for park in parks:
        name = park_name(normalize(park))
        if not any(same_park(name, other) for other in names.values()):
            names[park] = name
    return list(names)


def reports_on(holdings: Holdings, parks: Sequence[str]) -> list[Headline]:
    """The reports on any of the parks, the newest first."""
    if len(parks) == 1:
        return list(holdings.by_park[parks[0]])
    ids = {headline.id for park in parks for headline in holdings.by_park[park]}
    return [headline for headline in holdings.headlines if headline.id in ids]
