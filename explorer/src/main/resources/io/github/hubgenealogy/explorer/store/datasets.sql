select dataset_id, coalesce(downloads_30d, 0)
from datasets
order by rowid
