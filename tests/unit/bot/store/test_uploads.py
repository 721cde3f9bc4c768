from __future__ import annotations

from sqlalchemy import update

from bot.store.store import open_store
from bot.store.uploads import UPLOADS, new_upload
from corpus.reading.source_file import Rejection
from corpus.reason import Reason, ReasonCode

KEPT_BEFORE = (
    '[{"shown": "a.jsonl", "staged": "x.jsonl", "taken": null, "finding": {'
    '"articles": [{"heading": "甲", "published": null, "publisher": null,'
    ' "parks": [], "twin": "乙", "known": false}], "total": 1, "reasons": ["3: no text"], "left_out": 0, "examples": []}}]'
)
"""The files of an upload as the first versions of the program wrote them."""


def test_an_upload_of_an_earlier_version_is_still_read() -> None:
    store = open_store(None)
    upload = new_upload(7, 7, 100.0)
    store.uploads.keep(upload)
    store.database.run(update(UPLOADS).values(files=KEPT_BEFORE))
    read = store.uploads.get(upload.token)
    assert read is not None
    finding = read.files[0].finding
    assert finding is not None
    assert finding.articles[0].near_duplicate == "乙"
    assert finding.rejections == (Rejection("", Reason(ReasonCode.UNREADABLE, {"error": "3: no text"})),)
