select parse_status, cards
from explorer.cards_by_status
order by parse_status
