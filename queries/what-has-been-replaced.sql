-- Which models point to a newer version of themselves, or are copies of another?
SELECT s.child_id, s.kind, s.target_id, s.resolution, t.presence
FROM succession s LEFT JOIN models t ON t.model_id = s.target_id
ORDER BY s.child_id, s.kind, s.target_id;
