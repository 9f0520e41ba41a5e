select coalesce(datasets.id, uses.name), datasets.presence, uses.sources, uses.claimed_text, uses.resolution
from explorer.dataset_uses uses
left join explorer.datasets on datasets.number = uses.dataset
where uses.vertex = ?
order by 1
