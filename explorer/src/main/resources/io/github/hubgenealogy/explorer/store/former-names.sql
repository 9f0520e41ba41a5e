select old_id
from explorer.aliases
where kind = ? and current_id = ?
order by old_id
