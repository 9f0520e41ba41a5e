select uses.vertex
from explorer.dataset_uses uses
left join explorer.datasets on datasets.number = uses.dataset
where coalesce(datasets.id, uses.name) = ?
order by uses.vertex
