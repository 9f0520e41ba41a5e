-- Small values share a column, since the driver is asked for each value by itself.
select
  (child::bigint << 32) | parent,
  relation::bigint | (basis::bigint << 8) | (warnings::bigint << 16),
  rule::bigint | (sources::bigint << 16) | (policies::bigint << 32)
from explorer.arcs
