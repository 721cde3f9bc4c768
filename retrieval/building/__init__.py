"""From a corpus to a published index version, computing only what changed."""
