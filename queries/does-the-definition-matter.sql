-- How much of a headline figure is its definition? The same statistic under every policy.
SELECT statistic, policy, value, unit
FROM statistics
WHERE key = '' AND statistic IN ('edges', 'children', 'components', 'components_of_several', 'depth_max_maximum')
ORDER BY statistic, policy;
