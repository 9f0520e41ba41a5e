-- Which models carry another licence than a parent of theirs?
SELECT e.child_id, c.licenses AS child_licenses, e.parent_id, p.licenses AS parent_licenses, e.relation
FROM edges e
JOIN models c ON c.model_id = e.child_id
JOIN models p ON p.model_id = e.parent_id
WHERE array_contains(e.policies, 'union') AND c.licenses IS NOT NULL AND p.licenses IS NOT NULL
  AND c.licenses <> p.licenses
ORDER BY e.child_id, e.parent_id
LIMIT 100;
