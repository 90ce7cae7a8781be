-- The tries that count, with the points on the other items: of an exam the first time that a person met
-- an item in one, of drills only an item that the person had not met before.
with valid as (
    select person, code, kind, number, chosen, points, exam, month, first_try
    from answers
    where undone = 0 and (kind = 'exam' or first_try = 1)
),
ranked as (
    select valid.*, row_number() over (
        partition by person, code, kind order by number, chosen desc, points desc, exam desc, month desc, first_try
    ) as place
    from valid
),
counted as (
    select person, code, kind, number, chosen, points, exam, month, first_try from ranked where place = 1
),
whole as (
    select person, kind, count(*) as items, sum(points) as points, sum(code) as form
    from counted
    group by person, kind
)
select c.person, c.code, c.kind, c.number, c.chosen, c.points, c.exam, c.month, c.first_try,
       w.items - 1 as others, cast(w.points - c.points as bigint) as rest, cast(w.form as bigint) as form
from counted c
join whole w on w.person = c.person and w.kind = c.kind
