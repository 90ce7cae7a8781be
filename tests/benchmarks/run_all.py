"""All benchmarks, by hand: python tests/benchmarks/run_all.py."""

import exam_form
import first_question
import key_press
import memory
import read_bank
from measure import table

if __name__ == "__main__":
    print(
        table(
            [
                *first_question.benchmark(),
                *key_press.benchmark(),
                *read_bank.benchmark(),
                *memory.benchmark(),
                *exam_form.benchmark(),
            ]
        )
    )
