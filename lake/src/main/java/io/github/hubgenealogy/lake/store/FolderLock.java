package io.github.hubgenealogy.lake.store;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.hubgenealogy.lake.command.Fault;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.NoSuchFileException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.regex.Pattern;

/**
 * Keeps a second crawl out of a snapshot, and a second job out of a lake. Locks are numbered
 * objects, each created only if absent: who finds that the last holder is dead takes the next
 * number, so that two finders never both win.
 */
public final class FolderLock implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int TRIES = 10;
  private static final Pattern NAME = Pattern.compile("lock-\\d{8}\\.json");

  private final LakeFiles files;
  private final String path;

  /**
   * Who holds a lock.
   *
   * @param started when its process began by the wall clock, ISO 8601, for people
   * @param birth tells the process from a later one of the same number; null in the lock of an
   *     earlier release
   */
  public record Holder(long pid, String host, String started, String birth, String command) {

    static Holder self(String command) {
      ProcessHandle process = ProcessHandle.current();
      return new Holder(
          process.pid(), hostName(), startOf(process), ProcessBirth.of(process), command);
    }

    private boolean isOfCrawl() {
      return command.startsWith("crawl");
    }

    boolean isAlive() {
      if (!host.equals(hostName())) {
        return true;
      }
      return ProcessHandle.of(pid)
          .filter(process -> process.isAlive() && isSame(process))
          .isPresent();
    }

    private boolean isSame(ProcessHandle process) {
      return birth == null
          ? startOf(process).equals(started)
          : ProcessBirth.of(process).equals(birth);
    }

    private static String startOf(ProcessHandle process) {
      return process.info().startInstant().map(Instant::toString).orElse("");
    }

    private static String hostName() {
      try {
        return InetAddress.getLocalHost().getHostName();
      } catch (UnknownHostException nameless) {
        return "localhost";
      }
    }
  }

  private FolderLock(LakeFiles files, String path) {
    this.files = files;
    this.path = path;
  }

  /**
   * Takes the lock of a folder.
   *
   * @throws Fault naming the holder, if there is one that lives
   */
  public static FolderLock take(LakeFiles files, String folder, String command) throws IOException {
    byte[] holder = Snapshot.json(Holder.self(command));
    int tries = 0;
    while (true) {
      List<String> names = names(files, folder);
      int next = 1;
      if (!names.isEmpty()) {
        String last = names.get(names.size() - 1);
        refuseIfHeld(files, folder + "/" + last);
        next = Integer.parseInt(last.substring(5, 13)) + 1;
      }
      String path = folder + String.format("/lock-%08d.json", next);
      boolean created = false;
      try {
        created = files.createIfAbsent(path, holder);
      } catch (NoSuchFileException | FileNotFoundException swept) {
        // Another that took the lock meanwhile has swept the draft of this one.
        tries++;
        if (tries == TRIES) {
          throw swept;
        }
      }
      if (created) {
        FolderLock taken = new FolderLock(files, path);
        taken.becomeTheOnlyOne(folder);
        return taken;
      }
    }
  }

  /**
   * Looks again, now that others see this lock: numbers begin anew after a release, so one who
   * looked before another took and released it may have created a number beside a third's. Of two
   * such, who looks later gives way. Then deletes the locks of the dead, and the drafts of those
   * that died while they took it.
   */
  private void becomeTheOnlyOne(String folder) throws IOException {
    try {
      for (String name : names(files, folder)) {
        String other = folder + "/" + name;
        if (!other.equals(path)) {
          refuseIfHeld(files, other);
          files.delete(other);
        }
      }
      for (LakeFiles.Entry entry : files.list(folder)) {
        if (entry.name().startsWith(LakeFiles.DRAFT)) {
          files.delete(folder + "/" + entry.name());
        }
      }
    } catch (IOException | RuntimeException refused) {
      close();
      throw refused;
    }
  }

  /** Refuses if a living process holds the lock of a folder. */
  public static void refuseIfHeld(LakeFiles files, Iterable<String> folders) throws IOException {
    for (String folder : folders) {
      for (String name : names(files, folder)) {
        refuseIfHeld(files, folder + "/" + name);
      }
    }
  }

  private static List<String> names(LakeFiles files, String folder) throws IOException {
    List<String> names = new ArrayList<>();
    for (LakeFiles.Entry entry : files.list(folder)) {
      if (NAME.matcher(entry.name()).matches()) {
        names.add(entry.name());
      }
    }
    return names;
  }

  private static void refuseIfHeld(LakeFiles files, String path) throws IOException {
    Holder holder;
    try (InputStream file = files.read(path)) {
      holder = JSON.readValue(file, Holder.class);
    } catch (NoSuchFileException | NoSuchElementException released) {
      return;
    } catch (JacksonException unreadable) {
      throw Fault.badInput("a lock cannot be read", files.uri(path), "Delete it if nothing runs.");
    }
    if (holder.isAlive()) {
      throw Fault.badInput(
          (holder.isOfCrawl()
                  ? "another crawl writes this snapshot: process "
                  : "another run of this works on the lake: process ")
              + holder.pid()
              + " on "
              + holder.host()
              + " since "
              + holder.started()
              + " ("
              + holder.command()
              + ")",
          files.uri(path),
          "Wait for it or end it; if that machine is gone, delete this file.");
    }
  }

  @Override
  public void close() throws IOException {
    files.delete(path);
  }
}
