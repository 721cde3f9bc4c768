"""Articles that say the same, in nearly the same words: found when indexing, folded when answering."""
