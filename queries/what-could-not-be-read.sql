-- Of the cards and lists, how much was read, and what became of the rest?
SELECT *
FROM completeness
ORDER BY subject, outcome;
