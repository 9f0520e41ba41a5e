package io.github.hubgenealogy.lake.store;

import io.github.hubgenealogy.lake.command.Fault;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FSDataOutputStreamBuilder;
import org.apache.hadoop.fs.FileAlreadyExistsException;
import org.apache.hadoop.fs.FileContext;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Options;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.parquet.io.InputFile;

/**
 * A lake in a store that Hadoop's client reads and writes. Creation only if absent is a conditional
 * put where the store has one (S3), and on HDFS an exclusive create of a draft whose name is then
 * changed without overwriting, which the name node does in one step. Other stores are refused: what
 * they do when two create one name is not known here.
 *
 * <p>Whole files appear at once here too: an object is there when its upload is complete, and on
 * HDFS a file is written under a draft's name. A task that was taken for dead and still writes can
 * thus only put the same bytes in place of the same bytes.
 */
public final class HadoopFiles implements LakeFiles {
  private static final long serialVersionUID = 1L;

  private static final String CONDITIONAL =
      Options.CreateFileOptionKeys.FS_OPTION_CREATE_CONDITIONAL_OVERWRITE;

  /** The name of the object's metadata that tells who created it. */
  private static final String WRITER = "hubgen-writer";

  private final String root;
  private final Map<String, String> settings;
  private transient FileSystem opened;

  private HadoopFiles(String root, Map<String, String> settings) {
    this.root = root;
    this.settings = settings;
  }

  /**
   * The lake at a URI.
   *
   * @throws Fault where this process lacks the jars for it, or the settings cannot be used
   */
  static HadoopFiles at(URI location) {
    String root = location.toString();
    while (root.endsWith("/")) {
      root = root.substring(0, root.length() - 1);
    }
    return HadoopClient.attempt(
        location,
        made -> {
          HadoopFiles files = new HadoopFiles(made, HadoopClient.settings());
          // Asked once, so that a store that does not answer is told of in one line at the start.
          files.exists("");
          return files;
        },
        root);
  }

  /** Makes the folder and a file in it, or says in one line why nothing can be written there. */
  HadoopFiles writable() {
    return HadoopClient.attempt(
        URI.create(root),
        probe -> {
          system().mkdirs(path(""));
          if (!isConditional() && !renamesAtomically()) {
            throw Fault.badInput(
                "this build does not know how to create a file only if absent there",
                root,
                "Use a lake on a file system, on HDFS or on S3 (s3a).");
          }
          try (OutputStream file = system().create(path(probe), true)) {
            file.write(0);
          }
          system().delete(path(probe), false);
          return this;
        },
        ".probe-" + UUID.randomUUID());
  }

  private FileSystem system() throws IOException {
    if (opened == null) {
      opened = FileSystem.get(URI.create(root), HadoopClient.configuration(settings));
    }
    return opened;
  }

  private Path path(String relative) {
    return new Path(relative.isEmpty() ? root + "/" : root + "/" + relative);
  }

  private boolean isConditional() throws IOException {
    return system().hasPathCapability(path(""), CONDITIONAL);
  }

  private boolean renamesAtomically() throws IOException {
    return system().getScheme().equals("hdfs");
  }

  @Override
  public String uri(String relative) {
    return relative.isEmpty() ? root : root + "/" + relative;
  }

  @Override
  public String url(String relative) {
    return uri(relative);
  }

  @Override
  public boolean exists(String relative) throws IOException {
    return system().exists(path(relative));
  }

  @Override
  public List<Entry> list(String folder) throws IOException {
    try {
      List<Entry> entries = new ArrayList<>();
      for (FileStatus each : system().listStatus(path(folder))) {
        if (!each.getPath().equals(path(folder))) {
          entries.add(
              new Entry(
                  each.getPath().getName(),
                  each.isDirectory(),
                  each.isDirectory() ? 0 : each.getLen()));
        }
      }
      entries.sort(Comparator.comparing(Entry::name));
      return entries;
    } catch (FileNotFoundException none) {
      return List.of();
    }
  }

  @Override
  public InputStream read(String relative) throws IOException {
    try {
      return system().open(path(relative));
    } catch (FileNotFoundException none) {
      NoSuchFileException missing = new NoSuchFileException(uri(relative));
      missing.initCause(none);
      throw missing;
    }
  }

  @Override
  public OutputStream write(String relative) throws IOException {
    if (!renamesAtomically()) {
      return system().create(path(relative), true);
    }
    Path draft = draft(path(relative));
    return new DraftStream(
        system().create(draft, true),
        () -> context().rename(draft, path(relative), Options.Rename.OVERWRITE));
  }

  @Override
  public InputFile open(String relative) throws IOException {
    return HadoopInputFile.fromPath(path(relative), system().getConf());
  }

  @Override
  public boolean createIfAbsent(String relative, byte[] content) throws IOException {
    return isConditional() ? put(path(relative), content) : rename(path(relative), content);
  }

  /**
   * An answer that was lost makes the client send again, and the second attempt is told that the
   * name is taken: by ourselves. So each object says who created it.
   */
  private boolean put(Path target, byte[] content) throws IOException {
    String writer = UUID.randomUUID().toString();
    FSDataOutputStreamBuilder<?, ?> builder = system().createFile(target);
    builder.recursive();
    builder.overwrite(true);
    builder.must(CONDITIONAL, true);
    builder.opt("fs.s3a.create.header." + WRITER, writer);
    try (FSDataOutputStream file = builder.build()) {
      file.write(content);
    } catch (IOException refused) {
      if (!system().exists(target)) {
        throw refused;
      }
      byte[] taker = system().getXAttrs(target).get("header." + WRITER);
      return taker != null && new String(taker, StandardCharsets.UTF_8).equals(writer);
    }
    return true;
  }

  private boolean rename(Path target, byte[] content) throws IOException {
    Path draft = draft(target);
    try {
      try (FSDataOutputStream file = system().create(draft, false)) {
        file.write(content);
        file.hsync();
      }
      context().rename(draft, target);
      return true;
    } catch (FileAlreadyExistsException taken) {
      return false;
    } finally {
      system().delete(draft, false);
    }
  }

  private static Path draft(Path target) {
    return new Path(target.getParent(), DRAFT + UUID.randomUUID());
  }

  private FileContext context() throws IOException {
    return FileContext.getFileContext(URI.create(root), system().getConf());
  }

  @Override
  public OptionalLong free() throws IOException {
    return renamesAtomically()
        ? OptionalLong.of(system().getStatus(path("")).getRemaining())
        : OptionalLong.empty();
  }

  @Override
  public void delete(String relative) throws IOException {
    system().delete(path(relative), true);
  }
}
