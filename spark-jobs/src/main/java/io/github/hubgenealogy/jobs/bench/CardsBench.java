package io.github.hubgenealogy.jobs.bench;

import com.sun.management.GarbageCollectionNotificationInfo;
import com.sun.management.OperatingSystemMXBean;
import io.github.hubgenealogy.jobs.cards.ParseCards;
import io.github.hubgenealogy.jobs.pipeline.JobsSettings;
import io.github.hubgenealogy.jobs.pipeline.Pipeline;
import io.github.hubgenealogy.jobs.pipeline.Sessions;
import io.github.hubgenealogy.lake.command.Commands;
import io.github.hubgenealogy.lake.command.ExitCode;
import io.github.hubgenealogy.lake.store.Lake;
import io.github.hubgenealogy.lake.store.Snapshot;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import javax.management.NotificationEmitter;
import javax.management.openmbean.CompositeData;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * The bench {@code cards}: stage parse-cards from Parquet to Parquet. It also leaves the cards as a
 * plain file, each after its length, for another reader to be measured on the same.
 */
@Command(
    name = "cards",
    mixinStandardHelpOptions = true,
    description = "Measures stage parse-cards on made cards, or on a file of real ones, repeated.")
public final class CardsBench implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(names = "--cards", paramLabel = "N", defaultValue = "500000")
  private int count;

  @Option(names = "--rounds", paramLabel = "N", defaultValue = "3")
  private int rounds;

  @Option(names = "--file", paramLabel = "FILE.jsonl.gz", description = "real cards")
  private Path file;

  @Option(names = "--lake", paramLabel = "DIR", required = true)
  private Path lake;

  @Option(names = "--cores", paramLabel = "N", defaultValue = "2")
  private int cores;

  @Option(names = "--sample", paramLabel = "FILE", description = "where the mix's cards go")
  private Path sample;

  public static void main(String[] arguments) {
    System.exit(
        Commands.run(
            new CardsBench(),
            new PrintWriter(System.out, true, StandardCharsets.UTF_8),
            new PrintWriter(System.err, true, StandardCharsets.UTF_8),
            arguments));
  }

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    CardMix mix = file == null ? CardMix.made() : CardMix.real(file);
    FrontMatterSizes.of(mix).print(out);
    if (sample != null) {
      writeSample(mix);
    }
    FrontMatterAlone.measure(mix, out);
    Snapshot snapshot = Lake.at(lake.toString()).snapshot("cards-" + count);
    RawCards.write(snapshot, mix, count);
    AtomicLong peak = watchHeap();
    OperatingSystemMXBean machine =
        (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    JobsSettings settings = JobsSettings.defaults();
    Pipeline pipeline = new Pipeline(List.of(new ParseCards()));
    try (SparkSession spark =
        Sessions.open(new JobsSettings.Spark("local[" + cores + "]", null, false), null)) {
      for (int round = 1; round <= rounds; round++) {
        long cpu = machine.getProcessCpuTime();
        long start = System.nanoTime();
        pipeline.run(spark, snapshot, null, settings, null, null, true);
        double seconds = (System.nanoTime() - start) / 1e9;
        double cpuSeconds = (machine.getProcessCpuTime() - cpu) / 1e9;
        out.printf(
            Locale.ROOT,
            "round %d%s: %,d cards in %.1f s = %,.0f cards/s on %d cores; %.1f CPU s = %,.0f cards/s"
                + " a core; heap after collections at most %d MiB%n",
            round,
            round == 1 ? " (cold JVM)" : "",
            count,
            seconds,
            count / seconds,
            cores,
            cpuSeconds,
            count / cpuSeconds,
            peak.getAndSet(0) >> 20);
      }
    }
    return ExitCode.DONE.number();
  }

  private void writeSample(CardMix mix) throws IOException {
    try (DataOutputStream out =
        new DataOutputStream(new java.io.BufferedOutputStream(Files.newOutputStream(sample)))) {
      for (int n = 0; n < mix.size(); n++) {
        out.writeInt(mix.card(n).length);
        out.write(mix.card(n));
      }
    }
  }

  /** The most that was in use after a collection, garbage that it left included. */
  private static AtomicLong watchHeap() {
    AtomicLong peak = new AtomicLong();
    for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
      ((NotificationEmitter) collector)
          .addNotificationListener(
              (notification, handback) -> {
                long used =
                    GarbageCollectionNotificationInfo.from(
                            (CompositeData) notification.getUserData())
                        .getGcInfo()
                        .getMemoryUsageAfterGc()
                        .values()
                        .stream()
                        .mapToLong(MemoryUsage::getUsed)
                        .sum();
                peak.accumulateAndGet(used, Math::max);
              },
              null,
              null);
    }
    return peak;
  }
}
