package io.github.hubgenealogy.jobs.hubstats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hubgenealogy.jobs.SparkExtension;
import io.github.hubgenealogy.lake.command.Fault;
import io.github.hubgenealogy.lake.store.Lake;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SparkExtension.class)
final class ImportEcosystemTest {
  @TempDir Path folder;

  @Test
  void lists_as_python_prints_them_are_read() {
    assertThat(PythonList.parse("['a', \"b's\", 'c\\'d']")).containsExactly("a", "b's", "c'd");
    assertThat(PythonList.parse("[]")).isEmpty();
    assertThat(PythonList.parse(" nan ")).isEmpty();
    assertThat(PythonList.parse(null)).isEmpty();
    assertThat(PythonList.parse("plain/name")).containsExactly("plain/name");
    assertThat(PythonList.parse("['cut short")).containsExactly("cut short");
  }

  @Test
  void a_row_becomes_a_model_with_the_tags_that_its_lists_stand_for(SparkSession spark)
      throws Exception {
    Path file =
        Files.writeString(
            folder.resolve("ai_ecosystem.csv"),
            """
            model_id,likes,trendingScore,private,downloads,tags,pipeline_tag,library_name,createdAt,licenses,datasets,parent_model,finetune_parent,quantized_parent,adapter_parent,merge_parent,modelCard
            a/base,3,0.0,False,12,"['transformers', 'license:mit']",text-generation,transformers,2023-01-02T03:04:05.000Z,['mit'],[],[],[],[],[],[],"a card
            of two lines, ""quoted"" so"
            b/child,,,False,,[],,,2024-01-02T03:04:05.000Z,[],"['squad']",['a/base'],['a/base'],[],[],[],
            """);
    ImportEcosystem.run(spark, file, Lake.writableAt(folder.toString()).snapshot("s"));
    List<Row> rows =
        spark
            .read()
            .parquet(folder.resolve("s/raw/models").toString())
            .orderBy("id")
            .select("id", "likes", "downloads", "tags", "private", "createdAt")
            .collectAsList();
    assertThat(rows).hasSize(2);
    assertThat(rows.get(0).getLong(1)).isEqualTo(3);
    assertThat(rows.get(0).getLong(2)).isEqualTo(12);
    assertThat(rows.get(0).getList(3)).isEqualTo(Arrays.asList("transformers", "license:mit"));
    assertThat(rows.get(0).getBoolean(4)).isFalse();
    assertThat(rows.get(0).isNullAt(5)).isFalse();
    assertThat(rows.get(1).isNullAt(1)).isTrue();
    assertThat(rows.get(1).getList(3))
        .isEqualTo(
            Arrays.asList("base_model:a/base", "base_model:finetune:a/base", "dataset:squad"));
  }

  @Test
  void a_file_that_is_another_is_refused_in_one_line(SparkSession spark) throws Exception {
    Path file = Files.writeString(folder.resolve("other.csv"), "name,age\nx,1\n");
    assertThatThrownBy(
            () ->
                ImportEcosystem.run(spark, file, Lake.writableAt(folder.toString()).snapshot("s")))
        .isInstanceOf(Fault.class)
        .hasMessageContaining("model_id");
  }
}
