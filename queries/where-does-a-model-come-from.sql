-- Where does a model come from? Put its id in the place of the one with most ancestors.
SELECT a.ancestor_id, a.distance, m.presence, m.created_at
FROM ancestry a JOIN models m ON m.model_id = a.ancestor_id
WHERE a.descendant_id = (
  SELECT model_id FROM lineage WHERE policy = 'union' ORDER BY n_ancestors DESC, model_id LIMIT 1)
ORDER BY a.distance, a.ancestor_id;
