package io.github.hubgenealogy.lake.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Serializable;
import java.util.List;
import java.util.OptionalLong;
import org.apache.parquet.io.InputFile;

/**
 * Where a lake's bytes lie. Paths are relative to the lake and use slashes. What it asks of a store
 * is little enough for a file system, HDFS and an object store alike: whole files, and one creation
 * that fails where the name is taken.
 */
public interface LakeFiles extends Serializable {
  /** With this begins the name of a file while it is written; a kill may leave it. */
  String DRAFT = ".draft-";

  /** One entry of a folder, by name. */
  record Entry(String name, boolean folder, long bytes) {}

  /** How a person names a path of this lake. */
  String uri(String path);

  /** The same with its scheme, as Spark takes it whatever its default file system is. */
  String url(String path);

  boolean exists(String path) throws IOException;

  /** The entries of a folder, sorted by name; empty where there is no such folder. */
  List<Entry> list(String folder) throws IOException;

  /**
   * Opens a file.
   *
   * @throws java.nio.file.NoSuchFileException where there is none
   */
  InputStream read(String path) throws IOException;

  /** Creates or replaces a file, and its folders; it has its name when the stream is closed. */
  OutputStream write(String path) throws IOException;

  InputFile open(String path) throws IOException;

  /**
   * Creates a file whole or not at all, durable when this returns.
   *
   * @return false where the name is taken, and nothing was changed
   */
  boolean createIfAbsent(String path, byte[] content) throws IOException;

  /** Bytes that can still be written; empty where the store has no end or does not say. */
  OptionalLong free() throws IOException;

  /** Deletes a file, or a folder with all that is in it; nothing where there is none. */
  void delete(String path) throws IOException;
}
