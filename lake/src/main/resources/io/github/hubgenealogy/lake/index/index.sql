-- The graph of a snapshot by number. Number 0 of a list stands for null.
create schema explorer;

create table explorer.tasks as
select row_number() over (order by word)::integer as number, word
from (select distinct pipeline_tag as word from models where pipeline_tag is not null) order by word;

create table explorer.libraries as
select row_number() over (order by word)::integer as number, word
from (select distinct library_name as word from models where library_name is not null) order by word;

create table explorer.model_types as
select row_number() over (order by word)::integer as number, word
from (select distinct model_type as word from models where model_type is not null) order by word;

create table explorer.licences as
select row_number() over (order by words)::integer as number, words
from (select distinct licenses as words from models where licenses is not null) order by words;

create table explorer.rules as
select row_number() over (order by word)::integer as number, word
from (select distinct inference_rule as word from edges where inference_rule is not null) order by word;

create table explorer.source_lists as
select row_number() over (order by words)::integer as number, words
from (select distinct sources as words from edges) order by words;

create table explorer.policy_lists as
select row_number() over (order by words)::integer as number, words
from (select distinct policies as words from edges) order by words;

-- One row a vertex, in the order of table models. −1: not known. The least bigint: no date.
create table explorer.vertices as
select
  models.model_id as id,
  list_position(['listed', 'unlisted', 'inaccessible', 'absent', 'unasked'], models.presence)::tinyint as presence,
  coalesce(list_position(['false', 'auto', 'manual'], models.gated), 0)::tinyint as gated,
  coalesce(epoch_us(models.created_at), (-9223372036854775808)::bigint) as created,
  coalesce(epoch_us(models.last_modified), (-9223372036854775808)::bigint) as modified,
  coalesce(models.downloads_30d, -1) as downloads,
  coalesce(models.likes, -1) as likes,
  coalesce(models.parameter_count, -1) as parameters,
  coalesce(tasks.number, 0)::smallint as task,
  coalesce(libraries.number, 0)::smallint as library,
  coalesce(model_types.number, 0)::integer as model_type,
  coalesce(licences.number, 0)::integer as licences,
  coalesce(lineage.n_descendants, 0)::integer as descendants,
  coalesce(lineage.in_cycle, false) as in_cycle
from models
left join lineage on lineage.policy = 'union' and lineage.model_id = models.model_id
left join explorer.tasks on tasks.word = models.pipeline_tag
left join explorer.libraries on libraries.word = models.library_name
left join explorer.model_types on model_types.word = models.model_type
left join explorer.licences on licences.words = models.licenses
order by models.rowid;

-- One row an edge or a declared copy, by child, parent and relation. Relations are numbered as the
-- explorer's enum; warning signs are bits in the order of its enum.
create table explorer.arcs as
select
  child.rowid::integer as child,
  parent.rowid::integer as parent,
  arc.relation,
  arc.basis,
  arc.rule,
  arc.sources,
  arc.policies,
  arc.warnings
from (
  select
    edges.child_id,
    edges.parent_id,
    (list_position(['finetune', 'adapter', 'quantized', 'merge', 'unspecified'], edges.relation) - 1)::tinyint as relation,
    (list_position(['card', 'hub', 'tag', 'inferred', 'none'], edges.relation_basis) - 1)::tinyint as basis,
    coalesce(rules.number, 0)::smallint as rule,
    source_lists.number::smallint as sources,
    policy_lists.number::smallint as policies,
    (edges.relation_conflict::integer
      + 2 * coalesce(edges.child_older_than_parent, false)::integer
      + 4 * coalesce(edges.typed_tag_alone, false)::integer
      + 8 * coalesce(edges.parent_reregistered, false)::integer
      + 16 * (edges.sources = ['text'])::integer)::tinyint as warnings
  from edges
  left join explorer.rules on rules.word = edges.inference_rule
  left join explorer.source_lists on source_lists.words = edges.sources
  left join explorer.policy_lists on policy_lists.words = edges.policies
  union all
  select child_id, target_id, 5::tinyint, 0::tinyint, 0::smallint, 0::smallint, 0::smallint, 0::tinyint
  from succession
  where kind = 'duplicated_from' and child_id <> target_id
) arc
join models child on child.model_id = arc.child_id
join models parent on parent.model_id = arc.parent_id
order by 1, 2, 3;

-- The numbers of vertices, most downloads first.
create table explorer.by_downloads as
select rowid::integer as number
from explorer.vertices
order by downloads desc, rowid;
