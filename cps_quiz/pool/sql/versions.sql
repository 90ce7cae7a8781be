-- Item versions that ten people or more have tried.
select code, max(item) as item, max(print) as print
from answers
where undone = 0
group by code
having count(distinct person) >= 10
order by 1
