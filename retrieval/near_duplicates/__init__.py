"""Articles that tell the same story: found when indexing, folded when answering."""
