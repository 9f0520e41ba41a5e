-- Which owners build on models of others, and on how many?
SELECT c.owner, count(*) AS edges, count(DISTINCT p.owner) AS other_owners
FROM edges e
JOIN models c ON c.model_id = e.child_id
JOIN models p ON p.model_id = e.parent_id
WHERE array_contains(e.policies, 'union') AND c.owner <> p.owner
GROUP BY c.owner
ORDER BY edges DESC, c.owner
LIMIT 20;
