"""How good the answers are, and how the weights are learned: question sets, measures, comparison, tuning."""
