-- How many derived models are so many generations below a root, with merges and without?
SELECT policy, depth, models
FROM depths
WHERE measure = 'depth_max' AND policy IN ('union', 'union_no_merge')
ORDER BY policy, depth;
