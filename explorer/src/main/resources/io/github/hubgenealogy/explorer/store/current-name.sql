select current_id
from aliases
where kind = ? and old_id = ?
