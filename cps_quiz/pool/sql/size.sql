-- People of the pool, and their answers.
select count(*) as people, cast(coalesce(sum(n), 0) as bigint) as answers
from (select person, sum(1 - undone) as n from answers group by person having sum(1 - undone) > 0) each_person
