select
  dataset_id, owner, presence, created_at, last_modified, downloads_30d, likes, gated,
  (select count(*) from dataset_edges where dataset_edges.dataset_id = datasets.dataset_id)
from datasets
where dataset_id = ?
