"""How a running bot tells how it is: logs, metrics, health, figures of the index."""
