select child_id, target_id, resolution
from explorer.succession
where kind = 'new_version'
order by child_id, target_id
