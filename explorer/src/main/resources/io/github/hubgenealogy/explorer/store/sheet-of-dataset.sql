select
  id, owner, presence, created_at, last_modified, downloads_30d, likes, gated,
  (select count(*) from explorer.dataset_uses uses where uses.dataset = datasets.number)
from explorer.datasets
where id = ?
