-- How large are the families: weakly connected components, by size, from the largest?
SELECT size, components, size * components AS models
FROM component_sizes
WHERE policy = 'union'
ORDER BY size DESC
LIMIT 20;
