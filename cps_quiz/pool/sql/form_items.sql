-- For each form that twenty people or more had: people and right answers by item.
with shared as (
    select form, items from sittings group by form, items having count(*) >= 20
)
select s.form, s.items, t.code, count(*) as n,
       cast(sum(case when t.points = 1000 then 1 else 0 end) as bigint) as right_n
from sittings s
join shared f on f.form = s.form and f.items = s.items
join tries t on t.person = s.person and t.exam = s.exam and t.kind = 'exam'
group by s.form, s.items, t.code
order by 1, 2, 3
