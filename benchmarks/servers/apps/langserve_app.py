"""LangChain's FAISS store behind LangServe, for uvicorn; MODEL and INDEX are in the environment."""

from __future__ import annotations

import os

from fastapi import FastAPI
from langserve import add_routes

from benchmarks.peers.langchain_faiss import FOUND, Contestant

contestant = Contestant(os.environ["MODEL"])
contestant.open(os.environ["INDEX"])
app = FastAPI()
add_routes(app, contestant.store.as_retriever(search_kwargs={"k": FOUND}), path="/search")
