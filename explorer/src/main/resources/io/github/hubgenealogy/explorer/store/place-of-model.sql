select
  component_id, component_size, component_label, depth_max, depth_min, root_id, n_roots, n_ancestors, closure_capped
from explorer.places
where vertex = ?
