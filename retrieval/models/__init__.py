"""Text to vectors: the bundled model with its two engines, models of sentence-transformers, and the cross-encoder."""
