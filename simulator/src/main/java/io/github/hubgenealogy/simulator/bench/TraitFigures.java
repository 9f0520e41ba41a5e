package io.github.hubgenealogy.simulator.bench;

import io.github.hubgenealogy.simulator.ecosystem.Ecosystem;
import io.github.hubgenealogy.simulator.ecosystem.ModelRecord;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The study's figures about licences, languages, tasks and libraries, and how they drift. */
final class TraitFigures {
  private static final int FINETUNE = 1;
  private static final Map<String, Integer> LICENCES =
      Map.ofEntries(
          Map.entry("apache-2.0", 298_442),
          Map.entry("mit", 109_820),
          Map.entry("other", 81_887),
          Map.entry("openrail", 37_498),
          Map.entry("creativeml-openrail-m", 29_233),
          Map.entry("cc-by-nc-4.0", 14_315),
          Map.entry("llama2", 10_294),
          Map.entry("llama3", 9_887),
          Map.entry("gemma", 8_677),
          Map.entry("unknown", 8_368),
          Map.entry("llama3.1", 7_614),
          Map.entry("cc-by-4.0", 6_737),
          Map.entry("openrail++", 6_552),
          Map.entry("llama3.2", 5_863),
          Map.entry("cc-by-nc-sa-4.0", 3_945),
          Map.entry("afl-3.0", 3_657));
  private static final Map<String, Integer> LANGUAGES =
      Map.of(
          "en", 221_550, "zh", 12_917, "fr", 11_754, "es", 10_711, "de", 10_532, "ja", 8_985, "ko",
          8_475, "it", 8_361, "pt", 8_284, "ru", 6_595);
  private static final Map<String, Double> TASKS =
      Map.of(
          "text-generation", 0.4107,
          "text-classification", 0.1362,
          "text-to-image", 0.114,
          "reinforcement-learning", 0.0866,
          "automatic-speech-recognition", 0.0349);
  private static final Map<String, Double> LIBRARIES =
      Map.of(
          "transformers", 0.6317,
          "peft", 0.1992,
          "diffusers", 0.0831,
          "stable-baselines3", 0.0214,
          "sentence-transformers", 0.0132);

  private static final double[] DATASETS = {5_143, 3_518, 3_271, 1_862, 1_768};

  private final StudyGraph graph;
  private final Comparison comparison;
  private final Set<?>[] licences;
  private final Set<?>[] languages;
  private final String[] tasks;
  private final Map<String, Integer> licenceCounts = new HashMap<>();
  private final Map<String, Integer> languageCounts = new HashMap<>();
  private final Map<String, Integer> taskCounts = new HashMap<>();
  private final Map<String, Integer> datasetCounts = new HashMap<>();
  private final Map<String, Integer> libraryCounts = new HashMap<>();

  TraitFigures(Ecosystem ecosystem, StudyGraph graph, Comparison comparison) {
    this.graph = graph;
    this.comparison = comparison;
    int size = ecosystem.size();
    licences = new Set<?>[size];
    languages = new Set<?>[size];
    tasks = new String[size];
    for (int model = 0; model < size; model++) {
      read(model, new ModelRecord(ecosystem.model(model)));
    }
  }

  private void read(int model, ModelRecord record) {
    Set<String> own = new HashSet<>(2);
    Set<String> spoken = new HashSet<>(2);
    for (String tag : record.tags()) {
      if (tag.startsWith("license:")) {
        own.add(tag.substring("license:".length()).intern());
      } else if (tag.startsWith("dataset:")) {
        datasetCounts.merge(tag, 1, Integer::sum);
      } else if (tag.length() == 2 && tag.chars().allMatch(c -> c >= 'a' && c <= 'z')) {
        spoken.add(tag.intern());
      }
    }
    licences[model] = Set.copyOf(own);
    languages[model] = Set.copyOf(spoken);
    tasks[model] = record.task();
    own.forEach(each -> licenceCounts.merge(each, 1, Integer::sum));
    spoken.forEach(each -> languageCounts.merge(each, 1, Integer::sum));
    if (record.task() != null) {
      taskCounts.merge(record.task(), 1, Integer::sum);
    }
    if (record.library() != null) {
      libraryCounts.merge(record.library(), 1, Integer::sum);
    }
  }

  void add() {
    LICENCES.entrySet().stream()
        .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
        .forEach(
            each ->
                comparison.add(
                    "laufer.license.counts",
                    each.getKey(),
                    each.getValue(),
                    licenceCounts.getOrDefault(each.getKey(), 0)));
    LANGUAGES.entrySet().stream()
        .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
        .forEach(
            each ->
                comparison.add(
                    "laufer.language.counts",
                    each.getKey(),
                    each.getValue(),
                    languageCounts.getOrDefault(each.getKey(), 0)));
    datasets();
    shares("laufer.task.share", TASKS, taskCounts);
    shares("laufer.library.share", LIBRARIES, libraryCounts);
    languageReporting();
    mutation("laufer.mutation.license", 0.1976257083940185, 138_694, licences);
    mutation("laufer.mutation.language", 0.24189736672963127, 47_369, languages);
    taskMutation();
  }

  /** By rank: the names are invented. */
  private void datasets() {
    List<Integer> counts =
        datasetCounts.values().stream().sorted(Comparator.reverseOrder()).limit(5).toList();
    for (int rank = 0; rank < counts.size(); rank++) {
      comparison.add(
          "laufer.dataset.counts", "rank " + (rank + 1), DATASETS[rank], counts.get(rank));
    }
  }

  private void shares(String id, Map<String, Double> published, Map<String, Integer> counts) {
    double all = counts.values().stream().mapToInt(Integer::intValue).sum();
    published.entrySet().stream()
        .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
        .forEach(
            each ->
                comparison.add(
                    id,
                    each.getKey(),
                    each.getValue(),
                    counts.getOrDefault(each.getKey(), 0) / all));
  }

  private void languageReporting() {
    int both = 0;
    double parents = 0;
    double children = 0;
    for (int edge = 0; edge < graph.size(); edge++) {
      if (graph.isListed(edge)) {
        int ofParent = languages[graph.parent(edge)].size();
        int ofChild = languages[graph.child(edge)].size();
        if (ofParent > 0 && ofChild > 0) {
          both++;
          parents += ofParent;
          children += ofChild;
        }
      }
    }
    comparison.add(
        "laufer.lang.parent_reporting", "mean languages, parents", 6.6045, parents / both);
    comparison.add(
        "laufer.lang.child_reporting", "mean languages, children", 1.8103, children / both);
    comparison.addLoose("laufer.lang", "edges where both declare", 115_618, both);
  }

  /** Mean of 1 − Jaccard over finetune edges where both ends declare. */
  private void mutation(String id, double published, int publishedEdges, Set<?>[] values) {
    int both = 0;
    double changed = 0;
    for (int edge = 0; edge < graph.size(); edge++) {
      if (graph.isListed(edge) && graph.relation(edge) == FINETUNE) {
        Set<?> parent = values[graph.parent(edge)];
        Set<?> child = values[graph.child(edge)];
        if (!parent.isEmpty() && !child.isEmpty()) {
          both++;
          Set<Object> union = new HashSet<>(parent);
          union.addAll(child);
          long common = parent.stream().filter(child::contains).count();
          changed += (double) (union.size() - common) / union.size();
        }
      }
    }
    comparison.add(id, "mean of 1 - Jaccard, finetunes", published, changed / both);
    comparison.addLoose(id, "edges where both declare", publishedEdges, both);
  }

  private void taskMutation() {
    int both = 0;
    int changed = 0;
    for (int edge = 0; edge < graph.size(); edge++) {
      if (graph.isListed(edge) && graph.relation(edge) == FINETUNE) {
        String parent = tasks[graph.parent(edge)];
        String child = tasks[graph.child(edge)];
        if (parent != null && child != null) {
          both++;
          changed += parent.equals(child) ? 0 : 1;
        }
      }
    }
    comparison.add(
        "laufer.mutation.task",
        "mean of 1 - Jaccard, finetunes",
        0.410560384823808,
        (double) changed / both);
    comparison.addLoose("laufer.mutation.task", "edges where both declare", 134_711, both);
  }
}
