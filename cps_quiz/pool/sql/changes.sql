-- For each cell and each earlier report that showed it: tokens then, tokens that are still there.
select p.cell, p.report, count(*) as before, count(t.token) as same
from past p
left join tokens t on t.cell = p.cell and t.token = p.token
group by p.cell, p.report
