select kind, target_id, resolution
from succession
where child_id = ?
order by kind, target_id
