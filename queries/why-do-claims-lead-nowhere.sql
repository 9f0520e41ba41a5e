-- Why do claims of parentage lead nowhere?
SELECT source, resolution, count(*) AS claims, count(DISTINCT child_id) AS children
FROM claims
WHERE parent_id IS NULL
GROUP BY source, resolution
ORDER BY claims DESC, source, resolution;
