package io.github.hubgenealogy.system;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.util.Set;
import java.util.TreeSet;

/**
 * The rules of the house that a compiler does not check: who may use what, and what no class has.
 */
@AnalyzeClasses(
    packages = "io.github.hubgenealogy",
    importOptions = ImportOption.DoNotIncludeTests.class)
final class StructureTest {
  private static final String ROOT = "io.github.hubgenealogy.";
  private static final String[] HTTP = {
    "java.net.http..", "org.eclipse.jetty..", "io.javalin..", "com.sun.net.httpserver.."
  };

  @ArchTest
  static final ArchRule spark_is_used_by_spark_jobs_alone =
      noClasses()
          .that()
          .resideOutsideOfPackage(ROOT + "jobs..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.apache.spark..");

  @ArchTest
  static final ArchRule http_stays_out_of_lake_jobs_and_launcher =
      noClasses()
          .that()
          .resideInAnyPackage(ROOT + "lake..", ROOT + "jobs..", ROOT + "launcher..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(HTTP);

  @ArchTest
  static final ArchRule modules_share_lake_and_nothing_else =
      SlicesRuleDefinition.slices()
          .matching(ROOT + "(*)..")
          .should()
          .notDependOnEachOther()
          .ignoreDependency(
              DescribedPredicate.alwaysTrue(),
              JavaClass.Predicates.resideInAPackage(ROOT + "lake.."));

  @ArchTest
  static final ArchRule lake_knows_no_other_module =
      noClasses()
          .that()
          .resideInAPackage(ROOT + "lake..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              ROOT + "crawler..",
              ROOT + "simulator..",
              ROOT + "jobs..",
              ROOT + "explorer..",
              ROOT + "launcher..");

  @ArchTest
  static final ArchRule the_explorer_speaks_http_in_its_web_package_alone =
      noClasses()
          .that()
          .resideInAPackage(ROOT + "explorer..")
          .and()
          .resideOutsideOfPackages(ROOT + "explorer.web..", ROOT + "explorer.bench..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(HTTP);

  @ArchTest
  static final ArchRule statics_are_final =
      fields().that().areStatic().and(isWrittenByHand()).should().beFinal();

  @ArchTest
  static final ArchRule no_package_is_a_drawer_for_everything =
      noClasses()
          .should()
          .resideInAnyPackage(
              "..util..", "..utils..", "..common..", "..helper..", "..base..", "..core..");

  @ArchTest
  static final ArchRule plain_java_reads_the_cards =
      noClasses()
          .that()
          .resideInAPackage(ROOT + "jobs.cards")
          .and()
          .haveNameNotMatching(".*Rows(\\$\\d+)?")
          .and()
          .doNotHaveSimpleName("ParseCards")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.apache.spark..");

  @ArchTest
  static final ArchRule kernels_know_no_spark =
      noClasses()
          .that()
          .resideInAPackage(ROOT + "jobs.lineage.kernel..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.apache.spark..");

  @ArchTest
  static final ArchRule methods_have_no_get_prefix =
      methods()
          .that()
          .areDeclaredInClassesThat()
          .areNotAssignableTo(org.apache.spark.rdd.RDD.class)
          .and()
          .areNotPrivate()
          .and(notOverriding())
          .should()
          .haveNameNotMatching("get[A-Z].*");

  private static DescribedPredicate<com.tngtech.archunit.core.domain.JavaMethod> notOverriding() {
    return DescribedPredicate.describe(
        "do not override a method of a library",
        method ->
            method.getOwner().getAllRawSuperclasses().stream()
                    .noneMatch(type -> has(type, method.getName()))
                && method.getOwner().getAllRawInterfaces().stream()
                    .noneMatch(type -> has(type, method.getName())));
  }

  private static boolean has(JavaClass type, String method) {
    return type.getAllMethods().stream().anyMatch(each -> each.getName().equals(method));
  }

  private static DescribedPredicate<JavaField> isWrittenByHand() {
    return DescribedPredicate.describe(
        "are written by hand",
        field ->
            !field.getModifiers().contains(JavaModifier.SYNTHETIC)
                && !field.getName().contains("$"));
  }

  /** Every package says in its package-info what comes in and what goes out. */
  @org.junit.jupiter.api.Test
  void every_package_says_what_it_is_for() {
    Set<String> packages = new TreeSet<>();
    new ClassFileImporter()
        .withImportOption(new ImportOption.DoNotIncludeTests())
        .importPackages("io.github.hubgenealogy")
        .forEach(type -> packages.add(type.getPackageName()));
    Set<String> silent = new TreeSet<>();
    for (String each : packages) {
      java.nio.file.Path source = source(each);
      if (!java.nio.file.Files.exists(source)) {
        silent.add(each);
      }
    }
    assertThat(packages).hasSizeGreaterThan(10);
    assertThat(silent).isEmpty();
  }

  private static java.nio.file.Path source(String packageName) {
    String first = packageName.substring(ROOT.length()).split("\\.")[0];
    String module = first.equals("jobs") ? "spark-jobs" : first;
    // What a profile adds lies in a folder named after it.
    String folder = packageName.endsWith(".graphframes") ? "graphframes" : "main";
    return java.nio.file.Path.of(
        System.getProperty("hubgen.home"),
        module,
        "src",
        folder,
        "java",
        packageName.replace('.', '/'),
        "package-info.java");
  }
}
