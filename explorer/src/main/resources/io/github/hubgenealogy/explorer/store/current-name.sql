select current_id
from explorer.aliases
where kind = ? and old_id = ?
