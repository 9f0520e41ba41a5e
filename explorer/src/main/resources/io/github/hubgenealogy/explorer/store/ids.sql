select ids
from explorer.ids
order by block
