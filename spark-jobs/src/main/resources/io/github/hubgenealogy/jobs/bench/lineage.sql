-- Ids in byte order become numbers; edges become pairs of numbers.
CREATE TABLE v AS
  SELECT model_id, row_number() OVER (ORDER BY model_id) AS r FROM read_parquet('$models');
CREATE TABLE e AS
  SELECT c.r AS c, p.r AS p
  FROM (SELECT child_id, parent_id FROM read_parquet('$edges')
        WHERE list_contains(policies, '$policy') AND child_id <> parent_id) x
  JOIN v c ON c.model_id = x.child_id JOIN v p ON p.model_id = x.parent_id;
CREATE TABLE l AS SELECT r, r AS label FROM (SELECT c AS r FROM e UNION SELECT p FROM e);
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
CREATE TABLE a AS
  WITH RECURSIVE up(d, a, n) AS (
    SELECT c, p, 1 FROM e
    UNION
    SELECT up.d, e.p, up.n + 1 FROM up JOIN e ON e.c = up.a WHERE e.p <> up.d AND up.n < 1000)
  SELECT d, a, min(n) AS n FROM up GROUP BY d, a;
COPY (
  SELECT x.model_id AS ancestor_id, y.model_id AS descendant_id, a.n AS distance
  FROM a JOIN v x ON x.r = a.a JOIN v y ON y.r = a.d ORDER BY a.a, a.d)
  TO '$target/ancestry.parquet' (FORMAT parquet, COMPRESSION zstd);
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
  TO '$target/lineage.parquet' (FORMAT parquet, COMPRESSION zstd);
