from cps_quiz.words import key_helps


def test_digits_are_for_one_thing_at_a_time() -> None:
    usual, sure = (key_helps.exam_help(certainty=certainty) for certainty in (False, True))

    assert [meaning for key, meaning in usual if "1 2 3" in key + meaning] == [
        "answer, or change your answer; 1 2 3 ... do as well"
    ]
    assert [meaning for key, meaning in sure if "1 2 3" in key + meaning] == [key_helps.CERTAINTY_HELP[1]]
    assert [key for key, _ in sure if key != "1 2 3"] == [key for key, _ in usual]
