-- Which datasets do most models name?
SELECT d.dataset_id, d.presence, count(*) AS models
FROM dataset_edges e JOIN datasets d ON d.dataset_id = e.dataset_id
GROUP BY d.dataset_id, d.presence
ORDER BY models DESC, d.dataset_id
LIMIT 20;
