"""What the command line prints: tables, panels, bars."""
