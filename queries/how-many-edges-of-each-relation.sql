-- How many edges are there of each relation, and what does the relation rest on?
SELECT relation, relation_basis, count(*) AS edges, count(DISTINCT child_id) AS children
FROM edges
WHERE array_contains(policies, 'union')
GROUP BY relation, relation_basis
ORDER BY edges DESC, relation, relation_basis;
