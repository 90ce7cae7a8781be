-- Each person's first exam: items, right ones, and a sum that tells the same form.
with began as (
    select person, min(number) as number from tries where kind = 'exam' group by person
),
sat as (
    select t.person, max(t.exam) as exam
    from tries t
    join began b on b.person = t.person and b.number = t.number
    where t.kind = 'exam'
    group by t.person
)
select t.person, count(*) as items, cast(sum(case when t.points = 1000 then 1 else 0 end) as bigint) as score,
       cast(sum(t.code) as bigint) as form, max(t.exam) as exam
from tries t
join sat s on s.person = t.person and s.exam = t.exam
where t.kind = 'exam'
group by t.person
