select old_id
from aliases
where kind = ? and current_id = ?
order by old_id
