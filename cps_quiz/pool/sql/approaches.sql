-- How many people met an approach so often and fell for it so often.
select approach, topic, month, offered, taken, count(*) as n
from leanings
group by approach, topic, month, offered, taken
order by 1, 2, 3, 4, 5
