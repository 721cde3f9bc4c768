"""What somebody can begin with who has nothing to ask yet: examples, the newest reports, the parks, a group to take the bot into."""

from __future__ import annotations

from bot.conversation.browsing import looking_around
from bot.conversation.example_questions import example_buttons, general_examples
from bot.conversation.parks_meant import parks_meant
from bot.conversation.services import Services
from bot.conversation.session import Session
from bot.messages.message import Button, Buttons, Message
from bot.settings.language import Language
from bot.store.answers import ShownAnswer
from bot.texts import TEXTS
from retrieval.answering.missing import Missing
from retrieval.errors import IndexUnavailable
from retrieval.question.mention import MentionKind
from retrieval.question.question import Question


def starting_points(services: Services, language: Language) -> Buttons:
    """A row for each example, and one to look around; none where nothing can be asked."""
    try:
        examples = general_examples(services, language)
    except IndexUnavailable:
        return ()
    return (*((example,) for example in examples), looking_around(TEXTS[language]))


def instead_of_nothing(services: Services, session: Session, shown: ShownAnswer, question: Question, missing: Missing) -> Buttons:
    """What there is to ask where nothing was found and nothing like it is known: examples about the same park, or about any."""
    if shown.found or missing.alike or missing.told or missing.unsure:
        return ()
    language, holdings = services.language(session, shown.typed), services.holdings()
    named = (park for mention in question.of(MentionKind.PARK) for park in parks_meant(services, mention))
    park = next(named, None)
    if park is None:
        return starting_points(services, language)
    return (
        *map(tuple, example_buttons(services, park, holdings.by_park[park], language)),
        looking_around(TEXTS[language]),
    )


def first_example(services: Services, language: Language) -> str:
    """A question out of the reports in use; a made-up one where they give none."""
    try:
        return next((example.label for example in general_examples(services, language)), TEXTS[language].examples.made_up)
    except IndexUnavailable:
        return TEXTS[language].examples.made_up


def into_a_group(services: Services, session: Session, language: Language) -> tuple[Button, ...]:
    """A button that takes the bot into a group, in private where there are groups."""
    if not (services.group_link and session.private):
        return ()
    return (Button(TEXTS[language].groups.button_add, url=services.group_link),)


def how_to_ask(services: Services, session: Session) -> Message:
    """What is said to /ask alone."""
    language = services.language(session)
    usage = TEXTS[language].ask_usage.format(example=first_example(services, language))
    return Message(usage).with_buttons(*starting_points(services, language))


def introduction(services: Services, session: Session) -> Message:
    """What is said to /start: who the bot is."""
    language = services.language(session)
    text = TEXTS[language].start.format(example=first_example(services, language))
    return Message(text).with_buttons(*starting_points(services, language), into_a_group(services, session, language))


def how_it_works(services: Services, session: Session) -> Message:
    """What is said to 怎么用: the help, without the list of commands."""
    language = services.language(session)
    texts = TEXTS[language]
    return Message(texts.terminal.help if session.terminal else texts.help).with_buttons(*starting_points(services, language))
