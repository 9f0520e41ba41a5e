select id, coalesce(downloads_30d, 0)
from explorer.datasets
order by number
