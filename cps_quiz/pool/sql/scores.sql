-- How many people reached each score in their first exam; form 0 stands for forms that fewer than twenty had.
with shared as (
    select form, items from sittings group by form, items having count(*) >= 20
)
select coalesce(f.form, 0) as form, s.items, s.score, count(*) as n
from sittings s
left join shared f on f.form = s.form and f.items = s.items
group by coalesce(f.form, 0), s.items, s.score
order by 1, 2, 3
