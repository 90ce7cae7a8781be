-- Item versions that ten people or more have tried.
select code, max(item) as item, max(print) as print
from (select distinct person, code, item, print from answers where undone = 0) each_person
group by code
having count(*) >= 10
order by 1
