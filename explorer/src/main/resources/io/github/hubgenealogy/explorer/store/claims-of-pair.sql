select source, position, claimed_text, claimed_relation, resolution, rule
from claims
where child_id = ? and parent_id = ?
order by source, position
