-- The statistics that SQL counts of one policy, from edge, model, listed and mention (policy.sql). Each query follows the name of its figure.
-- figure: relation_share of edges
select relation, count(*) as n, (select count(*) from edge) as edges from edge group by 1 order by all
-- figure: relation_share of children
select relation, count(distinct child_id) as n from edge group by 1 order by all
-- figure: children
select n, count(*) as models
from (select count(e.child_id) as n from model m left join edge e on e.parent_id = m.model_id group by m.model_id)
group by 1 order by all
-- figure: fan_out_single_parent
select n, count(*) as models
from (
  select count(e.child_id) as n
  from model m
  left join (select child_id, min(parent_id) as parent_id from edge group by 1 having count(*) = 1) e on e.parent_id = m.model_id
  group by m.model_id)
group by 1 order by all
-- figure: descendants
with recursive below(a, d) as (
  select parent_id, child_id from edge union select b.a, e.child_id from below b join edge e on e.parent_id = b.d)
select n, count(*) as models
from (
  select count(distinct b.d) filter (b.d <> b.a) as n
  from model m left join below b on b.a = m.model_id group by m.model_id)
group by 1 order by all
-- figure: growth
select
  case when created_at is null then '' else greatest(strftime(created_at, '%Y-%m'), '2022-03') end as month,
  coalesce(r, 'root') as relation, count(*) as models
from model m
left join (
  select child_id, case when count(distinct relation) = 1 then min(relation) else 'mixed' end as r from edge group by 1) e
  on e.child_id = m.model_id
where presence = 'listed' group by 1, 2 order by all
-- figure: owner_crossing
select count(*) filter (split_part(child_id, '/', 1) <> split_part(parent_id, '/', 1)) as n, count(*) as edges from edge
-- figure: child_has_children
select count(*) as n from edge where child_id in (select parent_id from edge)
-- figure: relation_transitions
select coalesce(a.relation, 'root') as parent_relation, e.relation as child_relation, count(*) as pairs
from edge e left join edge a on a.child_id = e.parent_id group by 1, 2 order by all
-- figure: license drift
select
  relation, count(*) as edges, count(*) filter (c = p) as kept, count(*) filter (c <> p) as changed,
  count(*) filter (p is not null and c is null) as dropped, count(*) filter (p is null and c is not null) as added,
  round(avg(1 - len(list_intersect(c, p)) / len(list_distinct(list_concat(c, p)))) filter (c is not null and p is not null), 9)
    as distance
from (
  select
    relation, nullif(list_sort(list_distinct(c.licenses)), []) as c, nullif(list_sort(list_distinct(p.licenses)), []) as p
  from edge e join listed c on c.model_id = child_id join listed p on p.model_id = parent_id)
group by 1 order by all
-- figure: concentration of owner_children
with held as (
  select owner, coalesce(sum(n), 0) as x
  from model m left join (select parent_id, count(*) as n from edge group by 1) e on e.parent_id = m.model_id
  where owner is not null group by 1),
ranked as (
  select x, row_number() over (order by x) as i, count(*) over () as n, sum(x) over () as s from held)
select round(sum((2 * i - n - 1) * x) / max(n * s), 9) as gini, round(sum(x * x) / max(s * s), 9) as hhi from ranked
-- figure: top_datasets
select count(*) as models from mention join model using (model_id) group by dataset_id order by 1 desc limit 100
-- figure: absent_parents
select count(*) as n from model where presence <> 'listed' and model_id in (select parent_id from edge)
