select dataset_edges.dataset_id, datasets.presence, dataset_edges.sources, claimed_text, resolution
from dataset_edges
left join datasets on datasets.dataset_id = dataset_edges.dataset_id
where model_id = ?
order by dataset_edges.dataset_id
