package io.github.hubgenealogy.explorer.web;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The page's files, read from our own jar once and served from memory: a client's path is a key of
 * a map and nothing else.
 */
public final class PageFiles implements Site {
  /** Names the files, one a line; made with them when the page is built. */
  private static final String LIST = "files.txt";

  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "css", "text/css; charset=utf-8",
          "svg", "image/svg+xml",
          "woff2", "font/woff2",
          "txt", "text/plain; charset=utf-8");

  private final Map<String, Answer> files = new TreeMap<>();

  public PageFiles() {
    for (String name : names()) {
      files.put("/" + name, read(name));
    }
    files.put("/", files.get("/index.html"));
  }

  private static List<String> names() {
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(open(LIST), StandardCharsets.UTF_8))) {
      return lines.lines().filter(line -> !line.isBlank()).toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static Answer read(String name) {
    String ending = name.substring(name.lastIndexOf('.') + 1);
    String type = TYPES.getOrDefault(ending, "application/octet-stream");
    try (InputStream file = open(name)) {
      return new Answer(200, type, file.readAllBytes(), null, null).hashed();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static InputStream open(String name) {
    InputStream file = PageFiles.class.getResourceAsStream("page/" + name);
    if (file == null) {
      throw new IllegalStateException("the page's file " + name + " is not in this jar");
    }
    return file;
  }

  @Override
  public Answer answer(String path, String query) {
    Answer file = files.get(path);
    if (file == null) {
      throw Problem.notFound("there is no such page; begin at /");
    }
    return file;
  }
}
