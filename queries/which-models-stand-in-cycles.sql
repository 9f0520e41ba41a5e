-- Which models are each other's ancestors?
SELECT component_id, model_id, n_parents, n_children
FROM lineage
WHERE policy = 'union' AND in_cycle
ORDER BY component_id, model_id;
