package io.github.hubgenealogy.jobs.lineage;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubgenealogy.jobs.SparkExtension;
import io.github.hubgenealogy.jobs.policy.Policy;
import io.github.hubgenealogy.jobs.tables.Schemas;
import io.github.hubgenealogy.lake.contract.TableContracts;
import io.github.hubgenealogy.lake.id.ModelId;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SparkExtension.class)
final class MemoryGraphTest {
  private static final StructType VERTICES =
      new StructType().add("model_id", DataTypes.StringType).add("presence", DataTypes.StringType);

  @TempDir Path folder;

  private String file(SparkSession spark, List<String> ids, int n) {
    List<Row> rows = ids.stream().map(id -> RowFactory.create(id, "listed")).toList();
    String path = folder.resolve("f" + n).toString();
    spark.createDataFrame(rows, VERTICES).coalesce(1).write().parquet(path);
    return path;
  }

  private static List<String> ids(String prefix, int count) {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      ids.add(prefix + String.format(java.util.Locale.ROOT, "%05d", i));
    }
    return ids;
  }

  /**
   * Spark packs files into partitions by size, so that one partition may hold the first and the
   * last file of three.
   */
  @Test
  void files_between_others_keep_their_place(SparkSession spark) throws Exception {
    List<String> all = new ArrayList<>();
    List<String> paths = new ArrayList<>();
    int[] counts = {3000, 10, 800};
    for (int n = 0; n < counts.length; n++) {
      List<String> ids = ids("o" + n + "/", counts[n]);
      all.addAll(ids);
      paths.add(file(spark, ids, n));
    }
    Dataset<Row> models = spark.read().parquet(paths.toArray(String[]::new));
    Dataset<Row> edges = spark.createDataFrame(List.of(), Schemas.of(TableContracts.EDGES));

    MemoryGraph graph = MemoryGraph.load(models, edges, Policy.ofLineage());

    assertThat(graph.ids.size()).isEqualTo(all.size());
    for (int rank = 0; rank < all.size(); rank += 97) {
      assertThat(graph.ids.id(rank)).isEqualTo(all.get(rank));
    }
  }

  @Test
  void a_dictionary_finds_every_id_and_no_other() {
    List<String> ids =
        new ArrayList<>(List.of("", "a", "é/ü", "\ud83e\udd17/x", "\uffee/y", "a\nb", "\"q\"/z"));
    Random random = new Random(3);
    while (ids.size() < 5_000) {
      ids.add("o" + random.nextInt(1_000) + "/m" + ids.size());
    }
    ids.sort(ModelId.UTF8_ORDER);
    List<IdBlock> blocks = new ArrayList<>();
    for (int from = 0; from < ids.size(); from += 700) {
      IdRun run = new IdRun();
      for (String id : ids.subList(from, Math.min(ids.size(), from + 700))) {
        run.add(id.getBytes(StandardCharsets.UTF_8), true);
      }
      blocks.add(run.finish());
    }
    Collections.shuffle(blocks, random);
    Dictionary dictionary = Dictionary.of(blocks);
    for (int rank = 0; rank < ids.size(); rank++) {
      assertThat(dictionary.rank(ids.get(rank).getBytes(StandardCharsets.UTF_8))).isEqualTo(rank);
    }
    assertThat(dictionary.rank("not there".getBytes(StandardCharsets.UTF_8))).isEqualTo(-1);
  }
}
