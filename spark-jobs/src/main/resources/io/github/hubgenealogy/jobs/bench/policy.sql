-- What a policy counts, from the snapshot's tables: edge, model, listed and mention. Tables and no views, since a recursive query over
-- Parquet does not always give all its rows. $relation is the source's own column under hub and the tags; $vertices tells which models count.
create or replace table listed as
  select * from read_parquet('$tables/models/*.parquet') where presence = 'listed';
create or replace table mention as
  select model_id, dataset_id from read_parquet('$tables/dataset_edges/*.parquet');
create or replace table edge as
  select child_id, parent_id, coalesce($relation, 'unspecified') as relation
  from read_parquet('$tables/edges/*.parquet') where list_contains(policies, '$policy');
create or replace table model as
  select * from read_parquet('$tables/models/*.parquet') where presence = 'listed' or $vertices;
