select
  id_bytes, presence, gated, created, modified, downloads, likes, parameters, task, library, model_type, licences,
  descendants, in_cycle
from explorer.vertices
