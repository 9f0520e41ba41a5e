-- Ids become numbers in the order of the sorted files; edges become pairs of numbers.
CREATE TABLE v AS
  SELECT model_id, row_number() OVER () AS r FROM read_parquet('$models');
-- then
CREATE OR REPLACE TABLE e AS
  SELECT c.r AS c, p.r AS p
  FROM (SELECT child_id, parent_id FROM read_parquet('$edges')
        WHERE list_contains(policies, '$policy') AND child_id <> parent_id) x
  JOIN v c ON c.model_id = x.child_id JOIN v p ON p.model_id = x.parent_id;
CREATE OR REPLACE TABLE l AS SELECT r, r AS label FROM (SELECT c AS r FROM e UNION SELECT p FROM e);
-- then
-- Each vertex takes the smallest label around it, then the label of its label.
CREATE OR REPLACE TABLE s AS
  SELECT l.r, least(l.label, coalesce(m.label, l.label)) AS label
  FROM l LEFT JOIN (
    SELECT r, min(label) AS label FROM (
      SELECT e.c AS r, l.label FROM e JOIN l ON l.r = e.p
      UNION ALL SELECT e.p, l.label FROM e JOIN l ON l.r = e.c) GROUP BY r) m ON m.r = l.r;
CREATE OR REPLACE TABLE t AS SELECT s.r, j.label FROM s JOIN s j ON j.r = s.label;
CREATE OR REPLACE TABLE changed AS SELECT count(*) AS n FROM t JOIN l ON l.r = t.r WHERE l.label <> t.label;
CREATE OR REPLACE TABLE l AS SELECT * FROM t;
-- then
CREATE OR REPLACE TABLE a AS SELECT c AS d, p AS a, 1 AS n FROM e;
CREATE OR REPLACE TABLE f AS SELECT d, a FROM a;
-- then
-- One level further up: pairs that are new, of models that the cap has not filled.
CREATE OR REPLACE TABLE g AS
  SELECT DISTINCT f.d, e.p AS a FROM f JOIN e ON e.c = f.a WHERE e.p <> f.d;
CREATE OR REPLACE TABLE f AS SELECT g.d, g.a FROM g ANTI JOIN a ON a.d = g.d AND a.a = g.a;
INSERT INTO a SELECT d, a, (SELECT max(n) + 1 FROM a) FROM f;
CREATE OR REPLACE TABLE f AS
  SELECT f.d, f.a FROM f
  ANTI JOIN (SELECT d FROM a GROUP BY d HAVING count(*) >= 10000) o ON o.d = f.d;
CREATE OR REPLACE TABLE changed AS SELECT count(*) AS n FROM f;
-- then
-- The nearest 10,000 of those that have more.
CREATE OR REPLACE TABLE o AS SELECT d FROM a GROUP BY d HAVING count(*) > 10000;
CREATE OR REPLACE TABLE cut AS
  SELECT d, a FROM (
    SELECT a.d, a.a, row_number() OVER (PARTITION BY a.d ORDER BY a.n, a.a) AS i
    FROM a JOIN o ON o.d = a.d) WHERE i > 10000;
CREATE OR REPLACE TABLE a AS SELECT a.* FROM a ANTI JOIN cut ON cut.d = a.d AND cut.a = a.a;
-- then
COPY (
  SELECT x.model_id AS ancestor_id, y.model_id AS descendant_id, a.n AS distance
  FROM a JOIN v x ON x.r = a.a JOIN v y ON y.r = a.d ORDER BY a.a, a.d)
  TO '$target/ancestry.parquet' (FORMAT parquet, COMPRESSION zstd);
-- then
COPY (
  SELECT v.model_id, w.model_id AS component_id, coalesce(z.n, 1) AS component_size,
    coalesce(np.n, 0) AS n_parents, coalesce(nc.n, 0) AS n_children,
    coalesce(na.n, 0) AS n_ancestors, coalesce(nd.n, 0) AS n_descendants
  FROM v LEFT JOIN l ON l.r = v.r
  JOIN v w ON w.r = coalesce(l.label, v.r)
  LEFT JOIN (SELECT label, count(*) AS n FROM l GROUP BY label) z ON z.label = l.label
  LEFT JOIN (SELECT c, count(*) AS n FROM e GROUP BY c) np ON np.c = v.r
  LEFT JOIN (SELECT p, count(*) AS n FROM e GROUP BY p) nc ON nc.p = v.r
  LEFT JOIN (SELECT d, count(*) AS n FROM a GROUP BY d) na ON na.d = v.r
  LEFT JOIN (SELECT a, count(*) AS n FROM a GROUP BY a) nd ON nd.a = v.r
  ORDER BY v.r)
  TO '$target/lineage-$policy.parquet' (FORMAT parquet, COMPRESSION zstd);
