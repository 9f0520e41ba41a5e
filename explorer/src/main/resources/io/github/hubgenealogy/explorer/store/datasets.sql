select strlen(id)::integer, coalesce(downloads_30d, 0)
from explorer.datasets
