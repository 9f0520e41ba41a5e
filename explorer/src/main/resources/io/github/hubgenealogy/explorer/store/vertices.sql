select id, presence, gated, created, modified, downloads, likes, parameters, task, library, model_type, licences
from explorer.vertices
order by rowid
