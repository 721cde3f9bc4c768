"""Processes that embed passages for a reindex, on this machine or on others."""
