-- Whole-number sums of each item by what was chosen and by how many other items the person tried.
-- `fixed` marks people who all had the same form: their rest scores compare however short it was.
with forms as (
    select form from tries where kind = 'exam' group by form having count(*) >= 10 * (max(others) + 1)
)
select t.kind, t.code, t.chosen, t.others, case when f.form is null then 0 else 1 end as fixed,
       count(*) as n,
       cast(sum(case when t.points = 1000 then 1 else 0 end) as bigint) as right_n,
       cast(sum(t.points) as bigint) as sum_x,
       cast(sum(t.points * t.points) as bigint) as sum_xx,
       cast(sum(t.rest) as bigint) as sum_r,
       cast(sum(t.rest * t.rest) as bigint) as sum_rr,
       cast(sum(t.points * t.rest) as bigint) as sum_xr
from tries t
left join forms f on f.form = t.form and t.kind = 'exam'
group by t.kind, t.code, t.chosen, t.others, case when f.form is null then 0 else 1 end
order by 1, 2, 3, 4, 5
