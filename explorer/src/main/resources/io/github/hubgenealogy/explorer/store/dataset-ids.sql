select encode(string_agg(id, '' order by number))
from explorer.datasets
group by number // 64
order by number // 64
