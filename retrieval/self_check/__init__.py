"""An index version asks itself: questions made from its own articles, with and without the articles that answer them."""
