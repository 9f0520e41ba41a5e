-- Small values share a column, since the driver is asked for each value by itself.
select
  (id_bytes::bigint << 32) | descendants,
  coalesce(presence, 0)::bigint | (gated::bigint << 8) | (in_cycle::bigint << 16)
    | (task::bigint << 32) | (library::bigint << 47),
  (model_type::bigint << 32) | licences,
  created, modified, downloads, likes, parameters
from explorer.vertices
