"""How people write: times, figures, parks, asking words, in Chinese and in English."""
