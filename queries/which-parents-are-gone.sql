-- Which parents are not listed any more, and how many children name them?
SELECT m.model_id, m.presence, l.n_children, l.n_descendants
FROM models m JOIN lineage l ON l.model_id = m.model_id AND l.policy = 'union'
WHERE m.presence <> 'listed'
ORDER BY l.n_descendants DESC, m.model_id
LIMIT 50;
