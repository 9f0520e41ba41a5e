-- Where do a card, the Hub and the tags give one pair different relations?
SELECT child_id, parent_id, relation, relation_basis, relation_card, relation_hub, relation_tag
FROM edges
WHERE relation_conflict
ORDER BY child_id, parent_id
LIMIT 100;
