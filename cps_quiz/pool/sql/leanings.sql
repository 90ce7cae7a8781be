-- For each person, approach, topic and month: first tries that offered the approach, and those that fell for it.
select t.person, l.approach, l.topic, t.month, count(*) as offered, cast(sum(l.taken) as bigint) as taken
from tries t
join labels l on l.code = t.code and l.chosen = t.chosen
where t.first_try = 1
group by t.person, l.approach, l.topic, t.month
