select kind, target_id, resolution
from explorer.succession
where child_id = ?
order by kind, target_id
