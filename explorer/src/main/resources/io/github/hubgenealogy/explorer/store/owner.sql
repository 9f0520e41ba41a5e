select type, display_name, website, status
from explorer.owners
where owner = ?
