"""What can be set, and how flags, environment, config.yaml and defaults are put together; read once, at the entry point of a process."""
