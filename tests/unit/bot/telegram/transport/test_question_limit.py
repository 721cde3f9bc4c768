from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bot.telegram.transport.question_limit import REMEMBERED, Admission, Notices, QuestionLimit


class FakeClock:
    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def test_a_minute_has_so_many_questions_and_the_first_too_many_is_told() -> None:
    clock = FakeClock()
    limit = QuestionLimit(7, clock)
    assert [limit.admit(1) for _ in range(9)] == [Admission.ANSWER] * 7 + [Admission.REFUSE, Admission.IGNORE]
    assert limit.admit(2) is Admission.ANSWER
    clock.now = 60 / 7
    assert [limit.admit(1) for _ in range(2)] == [Admission.ANSWER, Admission.IGNORE]
    clock.now = 60
    assert [limit.admit(1) for _ in range(7)] == [Admission.ANSWER] * 6 + [Admission.REFUSE]


@given(st.integers(1, 30), st.lists(st.floats(0, 40), max_size=80))
def test_no_minute_sees_more_than_a_full_bucket_and_its_refill(per_minute: int, pauses: list[float]) -> None:
    clock = FakeClock()
    limit = QuestionLimit(per_minute, clock)
    answered: list[float] = []
    for pause in pauses:
        clock.now += pause
        if limit.admit(1) is Admission.ANSWER:
            answered.append(clock.now)
    for first, moment in enumerate(answered):
        within = [later for later in answered[first:] if later <= moment + 60]
        assert len(within) <= 2 * per_minute
    assert sum(moment <= (answered or [0.0])[0] for moment in answered) <= per_minute


def test_the_same_thing_is_said_once_a_minute_to_each() -> None:
    clock = FakeClock()
    notices = Notices(clock)
    assert [notices.due(1), notices.due(1), notices.due(2)] == [True, False, True]
    clock.now = 59.9
    assert not notices.due(1)
    clock.now = 60
    assert notices.due(1)


def test_those_longest_silent_are_forgotten() -> None:
    limit = QuestionLimit(1, FakeClock())
    for user in range(REMEMBERED + 1):
        limit.admit(user)
    assert limit.admit(0) is Admission.ANSWER
    assert limit.admit(REMEMBERED) is Admission.REFUSE
