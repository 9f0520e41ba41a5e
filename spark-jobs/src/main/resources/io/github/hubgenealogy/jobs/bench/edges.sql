-- Edges from the tags of the list, resolved by the exact name and else by the one that differs in case alone; one relation a pair.
create table name as
  select id, lower(id) as folded, downloads from read_parquet('$raw/models/*.parquet');
create table folded as
  select folded, arg_max(id, downloads) as id from name group by 1;
create table tagged as
  select id as child_id, unnest(list_filter(tags, t -> starts_with(t, 'base_model:'))) as tag
  from read_parquet('$raw/models/*.parquet');
create table claim as
  select
    child_id,
    regexp_extract(tag, '^base_model:(finetune|quantized|adapter|merge):', 1) as relation,
    regexp_replace(tag, '^base_model:((finetune|quantized|adapter|merge):)?', '') as claimed
  from tagged;
create table edge as
  select
    child_id, coalesce(n.id, f.id, claimed) as parent_id,
    coalesce(arg_max(nullif(relation, ''), list_position(['finetune', 'quantized', 'adapter', 'merge'], relation)), 'unspecified')
      as relation
  from claim c left join name n on n.id = c.claimed left join folded f on f.folded = case when n.id is null then lower(c.claimed) end
  where coalesce(n.id, f.id, claimed) <> child_id and contains(coalesce(n.id, f.id, claimed), '/')
  group by all;
copy (select * from edge order by child_id, parent_id) to '$target/edges.parquet' (format parquet, compression zstd);
