-- Item versions that ten people or more have tried; nobody stands in two rows of a version.
select code, max(item) as item, max(print) as print
from met
group by code
having sum(people) >= 10
order by 1
