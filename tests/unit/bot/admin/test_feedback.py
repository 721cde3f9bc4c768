from __future__ import annotations

import json

from bot.admin.feedback import disliked_file, liked_file, opinions_message
from bot.conversation.response import Attachment
from bot.store.feedback import Opinion
from bot.texts.zh import ZH

SENTENCE = "园区奖励了37家企业。"


def opinion(person: int, good: bool, question: str = "奖励了多少家企业", article: str | None = "2022/awards") -> Opinion:
    return Opinion(f"token{person}", person, good, question, "2024-03-01", article, article and SENTENCE, float(person))


def lines(document: Attachment) -> list[dict[str, object]]:
    return [json.loads(line) for line in document.content.decode().splitlines()]


def test_what_was_liked_is_a_question_with_its_answer() -> None:
    assert lines(liked_file([opinion(1, True), opinion(2, True), opinion(3, False)])) == [
        {
            "id": "feedback-1",
            "question": "奖励了多少家企业",
            "file": "2022/awards",
            "answers": [SENTENCE],
            "kind": "feedback",
            "asked_on": "2024-03-01",
        }
    ]


def test_what_is_disputed_or_has_no_quote_is_no_question_with_a_known_answer() -> None:
    disputed = [opinion(1, True), opinion(2, False), opinion(3, True, "别的", None)]
    assert lines(liked_file(disputed)) == []
    assert lines(disliked_file(disputed)) == [
        {
            "question": "奖励了多少家企业",
            "asked_on": "2024-03-01",
            "shown_article": "2022/awards",
            "shown_sentence": SENTENCE,
            "good": 1,
            "bad": 1,
        }
    ]


def test_nobody_is_named() -> None:
    opinions = [opinion(987654321, True), opinion(987654322, False, "另一个")]
    for document in (liked_file(opinions), disliked_file(opinions)):
        assert b"98765432" not in document.content
        assert b"token" not in document.content


def test_counts_and_a_button_for_each_kind_that_there_is() -> None:
    assert opinions_message([], ZH.oversight).text == ZH.oversight.no_feedback
    message = opinions_message([opinion(1, True), opinion(2, False, "另一个")], ZH.oversight)
    assert message.text.splitlines() == [ZH.oversight.feedback.format(good=1, bad=1, questions=2), ZH.oversight.how_to_evaluate]
    assert [button.label for button in message.buttons[0]] == [ZH.oversight.button_good, ZH.oversight.button_bad]
    (button,) = opinions_message([opinion(1, False)], ZH.oversight).buttons[0]
    assert button.label == ZH.oversight.button_bad
