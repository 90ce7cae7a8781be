-- Who stands in which cell with what: unreadable, but the same as long as it is the same.
select concat(kind, ':', code) as cell,
       substr(md5(concat_ws(' ', '$salt' || person, kind, code, chosen, points, rest, others, first_try)), 1, 16)
           as token
from tries
union all
select concat('form:', coalesce(f.form, 0), ':', s.items),
       substr(md5(concat_ws(' ', '$salt' || s.person, 'form', s.form, s.items, s.score)), 1, 16)
from sittings s
left join forms f on f.form = s.form and f.items = s.items
union all
select concat('approach:', approach, ':', topic, ':', month),
       substr(md5(concat_ws(' ', '$salt' || person, approach, topic, month, offered, taken)), 1, 16)
from leanings
