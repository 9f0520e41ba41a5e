-- Which models have most descendants, and how many of those are direct children?
SELECT l.model_id, l.n_descendants, l.n_children, m.created_at, m.downloads_30d
FROM lineage l JOIN models m ON m.model_id = l.model_id
WHERE l.policy = 'union' AND l.n_descendants > 0
ORDER BY l.n_descendants DESC, l.model_id
LIMIT 20;
