"""What a message is made of, for every front end: text, entities, buttons, lines, links."""
