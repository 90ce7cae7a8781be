-- The tries that count, with the points on the other items: of an exam the first time that a person met
-- an item in one, of drills only an item that the person had not met before.
with valid as (
    select person, code, kind, number, chosen, points, exam, month, first_try
    from answers
    where undone = 0 and (kind = 'exam' or first_try = 1)
),
earliest as (
    select person, code, kind, min(number) as number from valid group by person, code, kind
),
counted as (
    select v.person, v.code, v.kind, v.number, max(v.chosen) as chosen, max(v.points) as points,
           max(v.exam) as exam, max(v.month) as month, min(v.first_try) as first_try
    from valid v
    join earliest e on e.person = v.person and e.code = v.code and e.kind = v.kind and e.number = v.number
    group by v.person, v.code, v.kind, v.number
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
