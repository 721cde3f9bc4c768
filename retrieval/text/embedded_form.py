"""The form in which questions and passages are embedded: simplified characters, in whichever they are written.

The model puts a sentence in traditional characters elsewhere than the same one in simplified ones. What is quoted stays as it was written.
"""

from __future__ import annotations

from corpus.language.script import simplified

EMBEDDED_FORM = "t2s-1"
"""Names the form; part of the manifest."""


def embedded_form(text: str) -> str:
    """The text of a question, or of a passage with its context, as it is embedded."""
    return simplified(text)
