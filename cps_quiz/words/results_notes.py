"""How an instructor is to read the report on a group's answers."""

NOTES = (
    (
        "n: people whose answer counts. Of exams that is the first time a person met the question in one, "
        "open questions counting as not right; of drills the first try of people who had not met it before. "
        "Exam values are the ones to trust; drill values come out some points too high."
    ),
    (
        "Facility: the share who made every point, with Wilson's 95 % interval; behind it the value that "
        "leans on the whole bank, as few answers scatter."
    ),
    (
        "r: correlation of the points with the points on the person's other questions, with Fisher's 95 % "
        "interval. An answer that many people who know more choose has an r above zero."
    ),
    (
        "A wrong answer works when surely 5 % or more choose it, and those who know less; it does not when "
        "surely fewer do, or those who know more. Nobody at all proves that only from 73 people on."
    ),
    (
        "Nothing is shown of fewer than ten people. Under 100 people shares up to 5 % and from 95 % on are "
        "only told to be so; where another share would give one away it is not told either. After a report, "
        "what it showed of a question changes only when ten people's answers to it have."
    ),
)
