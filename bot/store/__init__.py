"""What the bot remembers from one message to the next, and the updates that wait: one module for each kind of thing."""
