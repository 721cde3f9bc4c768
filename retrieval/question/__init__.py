"""What a question asks: read once, for everybody who wants to know something of it."""
