select model_id
from dataset_edges
where dataset_id = ?
order by model_id
