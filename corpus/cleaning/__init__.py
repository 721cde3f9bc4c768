"""What a page shows around an article goes, and every line of the article stays."""
