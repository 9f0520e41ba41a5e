select parse_status, count(*)
from cards
group by parse_status
order by parse_status
