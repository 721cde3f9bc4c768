"""What speaks for a passage: one number for each thing that can be said."""
