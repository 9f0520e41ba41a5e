select vertex, n_descendants, in_cycle
from explorer.places
where n_descendants > 0 or in_cycle
