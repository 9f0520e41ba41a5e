-- Which models merge most parents?
SELECT l.model_id, l.n_parents, l.n_ancestors, l.depth_max
FROM lineage l
WHERE l.policy = 'union' AND l.n_parents > 1
ORDER BY l.n_parents DESC, l.model_id
LIMIT 20;
