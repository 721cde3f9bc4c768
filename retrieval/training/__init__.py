"""How the reader learns: pairs of question and passage out of question sets, and the training that turns them into adapters."""
