"""Title, publisher, date and parks of an article, as its file declares them or its page shows them."""
