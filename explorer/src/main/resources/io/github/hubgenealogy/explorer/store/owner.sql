select type, "displayName", website, status
from raw_owners
where owner = ?
