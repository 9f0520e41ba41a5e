package io.github.hubgenealogy.lake.store;

import io.github.hubgenealogy.lake.command.Fault;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.LocalInputFile;

/**
 * A lake on a file system. Creation only if absent is a hard link, which either takes the name or
 * fails. A file takes its name when it is whole, so that a task that was taken for dead and still
 * writes can only put the same bytes in place of the same bytes.
 */
public final class LocalFiles implements LakeFiles {
  private static final long serialVersionUID = 1L;

  private final String root;

  public LocalFiles(Path root) {
    this.root = root.toAbsolutePath().normalize().toString();
  }

  /** Makes the folder, or says in one line why nothing can be written there. */
  public LocalFiles writable() {
    Path folder = Path.of(root);
    try {
      Files.createDirectories(folder);
      Path probe = Files.createTempFile(folder, ".probe", "");
      Files.delete(probe);
      return this;
    } catch (IOException refused) {
      throw Fault.badInput(
          "the lake cannot be written",
          root,
          "Make the folder writable, or name another with --lake ("
              + refused.getClass().getSimpleName()
              + ").");
    }
  }

  private Path path(String relative) {
    return Path.of(root).resolve(relative);
  }

  @Override
  public String uri(String relative) {
    return path(relative).toString();
  }

  @Override
  public String url(String relative) {
    return "file:" + path(relative);
  }

  @Override
  public boolean exists(String relative) {
    return Files.exists(path(relative));
  }

  @Override
  public List<Entry> list(String folder) throws IOException {
    try (Stream<Path> children = Files.list(path(folder))) {
      List<Entry> entries = new ArrayList<>();
      for (Path child : (Iterable<Path>) children::iterator) {
        entry(child).ifPresent(entries::add);
      }
      entries.sort(Comparator.comparing(Entry::name));
      return entries;
    } catch (NoSuchFileException | NotDirectoryException none) {
      return List.of();
    }
  }

  /** What was listed; nothing where another process has deleted it since. */
  private static Optional<Entry> entry(Path child) throws IOException {
    try {
      boolean isFolder = Files.isDirectory(child);
      long bytes = isFolder ? 0 : Files.size(child);
      return Optional.of(new Entry(child.getFileName().toString(), isFolder, bytes));
    } catch (NoSuchFileException gone) {
      return Optional.empty();
    }
  }

  @Override
  public InputStream read(String relative) throws IOException {
    return Files.newInputStream(path(relative));
  }

  @Override
  public OutputStream write(String relative) throws IOException {
    Path file = path(relative);
    Files.createDirectories(file.getParent());
    Path draft = file.resolveSibling(DRAFT + UUID.randomUUID());
    return new DraftStream(
        new BufferedOutputStream(
            Files.newOutputStream(draft, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
            1 << 16),
        () -> Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE));
  }

  @Override
  public InputFile open(String relative) {
    return new LocalInputFile(path(relative));
  }

  @Override
  public boolean createIfAbsent(String relative, byte[] content) throws IOException {
    Path file = path(relative);
    Files.createDirectories(file.getParent());
    // Not a temporary file of Java's, which nobody but its owner may read.
    Path draft = file.resolveSibling(DRAFT + UUID.randomUUID());
    try {
      try (FileChannel channel =
          FileChannel.open(draft, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
        ByteBuffer buffer = ByteBuffer.wrap(content);
        while (buffer.hasRemaining()) {
          channel.write(buffer);
        }
        channel.force(true);
      }
      try {
        Files.createLink(file, draft);
        return true;
      } catch (FileAlreadyExistsException taken) {
        return false;
      }
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  @Override
  public OptionalLong free() throws IOException {
    return OptionalLong.of(Files.getFileStore(Path.of(root)).getUsableSpace());
  }

  @Override
  public void delete(String relative) throws IOException {
    Path start = path(relative);
    if (!Files.isDirectory(start, LinkOption.NOFOLLOW_LINKS)) {
      Files.deleteIfExists(start);
      return;
    }
    try (Stream<Path> all = Files.walk(start)) {
      for (Path each : (Iterable<Path>) all.sorted(Comparator.reverseOrder())::iterator) {
        Files.deleteIfExists(each);
      }
    }
  }
}
