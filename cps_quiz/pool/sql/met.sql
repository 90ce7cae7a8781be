-- Item versions, and how many people have tried each.
select code, max(item) as item, max(print) as print, count(distinct person) as people
from answers
where undone = 0
group by code
