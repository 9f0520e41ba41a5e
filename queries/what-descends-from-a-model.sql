-- What descends from a model, how far away, and over which parent? Put its id in the place of the smallest ancestor.
SELECT a.descendant_id, a.distance, a.next_hop_id, m.owner, m.downloads_30d
FROM ancestry a JOIN models m ON m.model_id = a.descendant_id
WHERE a.ancestor_id = (SELECT min(ancestor_id) FROM ancestry)
ORDER BY a.distance, a.descendant_id;
