-- How many months after a model did its first child come, by the year the model came in?
SELECT year(parent_created_at) AS parent_year, months, count(*) AS parents
FROM (
  SELECT parent_id, parent_created_at,
    12 * year(min(child_created_at)) + month(min(child_created_at))
      - 12 * year(parent_created_at) - month(parent_created_at) AS months
  FROM edges
  WHERE array_contains(policies, 'union') AND child_created_at >= parent_created_at
  GROUP BY parent_id, parent_created_at)
GROUP BY year(parent_created_at), months
ORDER BY parent_year, months;
