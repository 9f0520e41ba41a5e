select source, position, claimed_text, claimed_relation, resolution, rule
from explorer.claims
where child = ? and parent = ?
order by source, position
