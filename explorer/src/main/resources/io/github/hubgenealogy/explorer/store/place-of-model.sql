select
  component_id, component_size, component_label, in_cycle, depth_max, depth_min, root_id, n_roots,
  n_ancestors, n_descendants, closure_capped
from lineage
where model_id = ? and policy = 'union'
