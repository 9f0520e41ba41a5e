-- Small values share a column, since the driver is asked for each value by itself.
select
  (child::bigint << 32) | parent,
  coalesce(relation, 0)::bigint | (coalesce(basis, 0)::bigint << 8) | (coalesce(warnings, 0)::bigint << 16),
  rule::bigint | (coalesce(sources, 0)::bigint << 16) | (coalesce(policies, 0)::bigint << 32)
from explorer.arcs
