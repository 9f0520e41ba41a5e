-- How many of the models that are still there were created in each month, by relation?
SELECT month, relation, models
FROM growth
WHERE policy = 'union'
ORDER BY month, relation;
