-- Small values share a column, since the driver is asked for each value by itself.
select
  (id_bytes::bigint << 32) | descendants,
  coalesce(presence, 0)::bigint | (gated::bigint << 3) | (in_cycle::bigint << 5)
    | (task::bigint << 8) | (library::bigint << 35),
  (model_type::bigint << 32) | licences,
  created, modified, downloads, likes, parameters
from explorer.vertices
