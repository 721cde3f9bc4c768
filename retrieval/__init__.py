"""From articles to verbatim quotes: splitting, embedding, indexing, ranking."""
