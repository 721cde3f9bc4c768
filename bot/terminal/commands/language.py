"""Which language the terminal speaks: the one given with --lang, or that of the locale."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bot.settings.language import Language

LANGUAGES: Mapping[str, Language] = {"zh": "zh", "zh-hant": "zh-hant", "en": "en"}
"""What may follow --lang."""
_FLAG = "--lang"
_NO_LANGUAGE = ("", "c", "posix")
_TRADITIONAL = ("zh_tw", "zh_hk", "zh_mo", "zh_hant")


def language_of_locale(environment: Mapping[str, str]) -> Language | None:
    """Chinese where the locale for messages is a Chinese one, else English; None where it is of no language, as on many servers."""
    locale = next((environment[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if environment.get(name)), "").lower().replace("-", "_")
    if locale.split(".")[0] in _NO_LANGUAGE:
        return None
    if locale.startswith(_TRADITIONAL):
        return "zh-hant"
    return "zh" if locale.startswith("zh") else "en"


def take_language(arguments: Sequence[str], environment: Mapping[str, str]) -> tuple[Language | None, list[str]]:
    """The language to speak, if anything says which, and the arguments without the flag for it, wherever it stood.

    It has to be known before the arguments are parsed, because the parser itself speaks. What is no language is left to the parser.
    """
    language, rest = language_of_locale(environment), list(arguments)
    end = rest.index("--") if "--" in rest else len(rest)
    for place in reversed(range(end)):
        given, _, value = rest[place].partition("=")
        if given != _FLAG:
            continue
        apart = rest[place] == _FLAG
        value = rest[place + 1] if apart and place + 1 < end else value
        if value.lower() in LANGUAGES:
            del rest[place : place + 1 + apart]
            return LANGUAGES[value.lower()], rest
    return language, rest
