"""Text as retrieval sees it: passages, sentences, terms, and what a passage is indexed with."""
