"""What turns articles into an index, but for embedder and analyzer, which an index names by themselves."""

from __future__ import annotations

from retrieval.near_duplicates.groups import NEAR_DUPLICATES
from retrieval.text.context import CONTEXT
from retrieval.text.embedded_form import EMBEDDED_FORM
from retrieval.text.passage_facts import FACTS
from retrieval.text.splitter import SPLITTER

MADE_WITH = "+".join((SPLITTER, CONTEXT, EMBEDDED_FORM, NEAR_DUPLICATES, FACTS))
"""With another of these the same articles give another index: an older one answers, but less well."""
