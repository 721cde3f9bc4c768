"""Index versions as collections of a Milvus server, for more passages than one machine holds, or for more than one bot."""
