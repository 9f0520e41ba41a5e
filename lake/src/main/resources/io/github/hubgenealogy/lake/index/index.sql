-- What the explorer answers from, by number: a vertex's number is its place in table models, a data
-- set's its place in table datasets. Number 0 of a list of words stands for null. A text that is
-- the id it stands beside is empty, and so is not held twice. The tables of the snapshot are views here.
create schema explorer;

create temp table ids as
select (row_number() over () - 1)::integer as number, model_id as id
from models;

create temp table dataset_ids as
select (row_number() over () - 1)::integer as number, dataset_id as id
from datasets;

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

create table explorer.places as
select
  ids.number as vertex,
  case when lineage.component_id = ids.id then '' else lineage.component_id end as component_id,
  lineage.component_size,
  case when lineage.component_label = ids.id then '' else lineage.component_label end as component_label,
  lineage.depth_max,
  lineage.depth_min,
  case when lineage.root_id = ids.id then '' else lineage.root_id end as root_id,
  lineage.n_roots,
  lineage.n_ancestors,
  lineage.n_descendants::integer as n_descendants,
  lineage.in_cycle,
  lineage.closure_capped
from lineage
join ids on ids.id = lineage.model_id
where lineage.policy = 'union'
order by 1;

-- The ids of all vertices, 64 a row, one after another; their lengths stand in table vertices. A
-- reader takes few texts many times faster than many, and longer ones DuckDB does not compress. Lists
-- are sorted, since an ordered aggregate holds some 500 bytes an id and ends in the memory's limit.
create table explorer.ids as
select block, array_to_string(list_transform(list_sort(numbered), lambda pair: pair.id), '') as ids
from (
  select (number // 64)::integer as block, list({'number': number, 'id': id}) as numbered
  from ids
  group by block
)
order by block;

-- One row a vertex, in the order of table models. −1: not known. The least bigint: no date.
create table explorer.vertices as
select
  strlen(models.model_id)::integer as id_bytes,
  list_position(['listed', 'unlisted', 'inaccessible', 'absent', 'unasked'], models.presence)::tinyint as presence,
  coalesce(list_position(['false', 'auto', 'manual'], models.gated), 0)::tinyint as gated,
  coalesce(epoch_us(models.created_at), (-9223372036854775808)::bigint) as created,
  coalesce(epoch_us(models.last_modified), (-9223372036854775808)::bigint) as modified,
  coalesce(models.downloads_30d, -1) as downloads,
  coalesce(models.likes, -1) as likes,
  coalesce(models.parameter_count, -1) as parameters,
  coalesce(tasks.number, 0) as task,
  coalesce(libraries.number, 0) as library,
  coalesce(model_types.number, 0)::integer as model_type,
  coalesce(licences.number, 0)::integer as licences,
  coalesce(places.n_descendants, 0) as descendants,
  coalesce(places.in_cycle, false) as in_cycle
from (select *, (row_number() over () - 1)::integer as number from models) models
left join explorer.places on places.vertex = models.number
left join explorer.tasks on tasks.word = models.pipeline_tag
left join explorer.libraries on libraries.word = models.library_name
left join explorer.model_types on model_types.word = models.model_type
left join explorer.licences on licences.words = models.licenses
order by models.number;

-- One row an edge or a declared copy, by child, parent and relation. Relations are numbered as the
-- explorer's enum; warning signs are bits in the order of its enum.
create table explorer.arcs as
select
  child.number as child,
  parent.number as parent,
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
join ids child on child.id = arc.child_id
join ids parent on parent.id = arc.parent_id
order by 1, 2, 3;

-- The numbers of vertices, most downloads first.
create table explorer.by_downloads as
select rowid::integer as number
from explorer.vertices
order by downloads desc, rowid;

-- What else a model's sheet says, one row a vertex, in their order as the table has them.
create table explorer.sheets as
select
  (row_number() over () - 1)::integer as vertex,
  models.repo_key,
  models.observed_at,
  models.sha,
  models.disabled,
  models.downloads_all_time,
  models.tags,
  models.languages_iso,
  models.architectures,
  models.arxiv_ids,
  models.has_card,
  models.generated_by,
  models.first_seen,
  models.last_listed_in
from models;

create table explorer.cards as
select
  ids.number as vertex,
  cards.card_source,
  cards.parse_status,
  cards.parse_error,
  cards.base_models,
  cards.base_model_relation,
  cards.new_version,
  cards.duplicated_from,
  cards.license_name,
  cards.license_link,
  cards.co2_eq_grams
from cards
join ids on ids.id = cards.model_id
order by 1;

create table explorer.cards_by_status as
select parse_status, count(*) as cards
from cards
group by parse_status
order by parse_status;

create table explorer.claims as
select
  child.number as child,
  parent.number as parent,
  claims.source,
  claims.position,
  case when claims.claimed_text = parent.id then '' else claims.claimed_text end as claimed_text,
  claims.claimed_relation,
  claims.resolution,
  claims.rule
from claims
join ids child on child.id = claims.child_id
join ids parent on parent.id = claims.parent_id
order by child, claims.source, claims.position, parent;

create table explorer.succession as
select child_id, kind, target_id, resolution
from succession
order by child_id, kind, target_id;

create table explorer.aliases as
select kind, old_id, current_id
from aliases
order by kind, old_id;

create table explorer.datasets as
select
  dataset_ids.number, datasets.dataset_id as id, owner, presence, created_at, last_modified,
  downloads_30d, likes, gated
from datasets
join dataset_ids on dataset_ids.id = datasets.dataset_id
order by 1;

-- A data set that is no row of the table above keeps its name.
create table explorer.dataset_uses as
select
  ids.number as vertex,
  dataset_ids.number as dataset,
  case when dataset_ids.number is null then dataset_edges.dataset_id end as name,
  dataset_edges.sources,
  case when dataset_edges.claimed_text = dataset_edges.dataset_id then '' else dataset_edges.claimed_text end as claimed_text,
  dataset_edges.resolution
from dataset_edges
join ids on ids.id = dataset_edges.model_id
left join dataset_ids on dataset_ids.id = dataset_edges.dataset_id
order by ids.number, dataset_edges.dataset_id;

create table explorer.owners as
select owner, type, "displayName" as display_name, website, status
from raw_owners
order by owner;

create table explorer.facts as
select
  (select count(*) from models)::integer as vertices,
  (select count(*) from explorer.arcs)::integer as arcs,
  (select count(*) from edges)::integer as edges,
  (select count(*) from datasets)::integer as datasets,
  (select max(definition_version) from statistics)::varchar as definitions;
