package io.github.hubgenealogy.lake.id;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What people write where a model id belongs, cleaned of what is not the id: blanks and quotes, the
 * Hub's URL, a path of the Hub's download cache, a revision or a quantisation. Whether such a model
 * exists is not decided here.
 *
 * <p>The forms were found in cards and in the issue trackers of tools that read them; the Hub
 * refuses local paths since 2024, but older cards keep them. All patterns are linear in the text,
 * which is cut at {@value #MAX_TEXT} characters.
 *
 * @param id the cleaned id, or null where the shape is neither OWNED nor BARE
 * @param revision the revision or quantisation that stood with it, or null
 * @param cleaned whether anything was taken off
 */
public record ClaimedId(Shape shape, String id, String revision, boolean cleaned) {

  /** What the text is. */
  public enum Shape {
    /** {@code owner/name}. */
    OWNED,
    /** A name alone. */
    BARE,
    /** A file or folder of somebody's machine. */
    LOCAL_PATH,
    /** A word or a mark that stands for "to be filled in" or "none". */
    PLACEHOLDER,
    /** Anything else: prose, another host's URL, characters that no id has. */
    MALFORMED
  }

  private static final int MAX_TEXT = 2_000;
  private static final Pattern MARKDOWN_LINK = Pattern.compile("\\[[^\\]]*\\]\\(([^()\\s]+)\\)");
  private static final Pattern SCHEME =
      Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*://.*", Pattern.DOTALL);
  private static final Pattern HUB =
      Pattern.compile(
          "(?:https?:/{1,2})?(?:www\\.)?(?:huggingface\\.co|hf\\.co|hf-mirror\\.com)(?:/(.*))?",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
  private static final Pattern CACHE =
      Pattern.compile(
          "(?:^|[/\\\\])models--([\\w.-]+?)(?:--([\\w.-]+?))?(?:[/\\\\](?:snapshots[/\\\\]([0-9a-f]{7,40}))?.*)?$");
  private static final Pattern DRIVE = Pattern.compile("[A-Za-z]:[\\\\/].*", Pattern.DOTALL);
  private static final Pattern REVISION = Pattern.compile("([^@:\\s]+)[@:]([^@:/\\s]{1,100})");
  private static final Set<String> PLACEHOLDERS =
      Set.of(
          "",
          "-",
          "--",
          "...",
          "?",
          "none",
          "null",
          "nil",
          "nan",
          "n/a",
          "na",
          "not applicable",
          "unknown",
          "todo",
          "tbd",
          "base_model",
          "base-model",
          "basemodel",
          "model_name",
          "model-name",
          "your_model",
          "your-model",
          "false",
          "true",
          "no",
          "more information needed",
          "scratch",
          "from scratch",
          "custom");
  private static final Set<String> NOT_MODELS =
      Set.of(
          "datasets",
          "spaces",
          "docs",
          "blog",
          "papers",
          "collections",
          "organizations",
          "join",
          "tasks",
          "learn");
  private static final Set<String> PAGES =
      Set.of("tree", "blob", "resolve", "raw", "commit", "commits", "discussions", "edit");

  /** Reads one claim. */
  public static ClaimedId of(String text) {
    // Nine claims in ten are an id and nothing else; a path of the download cache may look like
    // one.
    if (ModelId.isOwned(text)
        && !text.contains("--")
        && !text.equalsIgnoreCase("n/a")
        && !isHubHost(text)) {
      return new ClaimedId(Shape.OWNED, text, null, false);
    }
    return cleaned(text);
  }

  /** Whether what looks like an owner is the Hub's own address without its scheme. */
  private static boolean isHubHost(String text) {
    return text.regionMatches(true, 0, "huggingface.co/", 0, 15)
        || text.regionMatches(true, 0, "www.huggingface.co/", 0, 19)
        || text.regionMatches(true, 0, "hf.co/", 0, 6)
        || text.regionMatches(true, 0, "www.hf.co/", 0, 10)
        || text.regionMatches(true, 0, "hf-mirror.com/", 0, 14)
        || text.regionMatches(true, 0, "www.hf-mirror.com/", 0, 18);
  }

  private static ClaimedId cleaned(String text) {
    String cut = text.length() > MAX_TEXT ? text.substring(0, MAX_TEXT) : text;
    String bare = unquote(cut);
    Matcher link = MARKDOWN_LINK.matcher(bare);
    if (link.matches()) {
      bare = link.group(1);
    }
    boolean cleaned = !bare.equals(text);
    if (PLACEHOLDERS.contains(bare.toLowerCase(Locale.ROOT)) || hasAny(bare, "<>{}[]")) {
      return new ClaimedId(Shape.PLACEHOLDER, null, null, cleaned);
    }
    Matcher cache = CACHE.matcher(bare);
    if (cache.find()) {
      String id = cache.group(2) == null ? cache.group(1) : cache.group(1) + "/" + cache.group(2);
      return shaped(id, cache.group(3), true);
    }
    if (bare.regionMatches(true, 0, "hf://", 0, 5)) {
      return hubPath(bare.substring(5));
    }
    Matcher hub = HUB.matcher(bare);
    if (hub.matches()) {
      return hub.group(1) == null
          ? new ClaimedId(Shape.MALFORMED, null, null, cleaned)
          : hubPath(hub.group(1));
    }
    if (SCHEME.matcher(bare).matches()) {
      return new ClaimedId(
          bare.regionMatches(true, 0, "file:", 0, 5) ? Shape.LOCAL_PATH : Shape.MALFORMED,
          null,
          null,
          cleaned);
    }
    if (isLocal(bare)) {
      return new ClaimedId(Shape.LOCAL_PATH, null, null, cleaned);
    }
    if (bare.endsWith("/")) {
      bare = bare.substring(0, bare.length() - 1);
      cleaned = true;
    }
    if (bare.indexOf('/') != bare.lastIndexOf('/') && !hasBlank(bare)) {
      return new ClaimedId(Shape.LOCAL_PATH, null, null, cleaned);
    }
    Matcher revision = REVISION.matcher(bare);
    return revision.matches()
        ? shaped(revision.group(1), revision.group(2), true)
        : shaped(bare, null, cleaned);
  }

  /**
   * A path below the Hub's address: its first two segments are the id, what a page's name follows
   * is the revision.
   */
  private static ClaimedId hubPath(String path) {
    String plain = path.split("[?#]", 2)[0];
    String[] segments = plain.split("/+", -1);
    int first = segments.length > 1 && segments[0].isEmpty() ? 1 : 0;
    if (segments.length > first + 1 && segments[first].equals("api")) {
      first++;
    }
    if (segments.length > first + 1 && segments[first].equals("models")) {
      first++;
    }
    if (segments.length <= first || NOT_MODELS.contains(segments[first])) {
      return new ClaimedId(Shape.MALFORMED, null, null, true);
    }
    boolean owned =
        segments.length > first + 1
            && !segments[first + 1].isEmpty()
            && !PAGES.contains(segments[first + 1]);
    String id = owned ? segments[first] + "/" + segments[first + 1] : segments[first];
    int next = first + (owned ? 2 : 1);
    String revision =
        segments.length > next + 1
                && PAGES.contains(segments[next])
                && !segments[next + 1].isEmpty()
            ? segments[next + 1]
            : null;
    Matcher suffix = REVISION.matcher(id);
    return suffix.matches()
        ? shaped(suffix.group(1), suffix.group(2), true)
        : shaped(id, revision, true);
  }

  private static ClaimedId shaped(String id, String revision, boolean cleaned) {
    if (ModelId.isOwned(id)) {
      return new ClaimedId(Shape.OWNED, id, revision, cleaned);
    }
    if (ModelId.isBare(id)) {
      return PLACEHOLDERS.contains(id.toLowerCase(Locale.ROOT))
          ? new ClaimedId(Shape.PLACEHOLDER, null, null, cleaned)
          : new ClaimedId(Shape.BARE, id, revision, cleaned);
    }
    return new ClaimedId(Shape.MALFORMED, null, null, cleaned);
  }

  private static boolean isLocal(String text) {
    return text.startsWith("/")
        || text.startsWith("./")
        || text.startsWith("../")
        || text.equals(".")
        || text.equals("..")
        || text.startsWith("~")
        || text.startsWith("$")
        || text.indexOf('\\') >= 0
        || DRIVE.matcher(text).matches();
  }

  private static String unquote(String text) {
    int from = 0;
    int to = text.length();
    while (from < to && isEdge(text.charAt(from))) {
      from++;
    }
    while (to > from && (isEdge(text.charAt(to - 1)) || text.charAt(to - 1) == ',')) {
      to--;
    }
    return text.substring(from, to);
  }

  private static boolean isEdge(char c) {
    return Character.isWhitespace(c)
        || Character.isSpaceChar(c)
        || c == '"'
        || c == '\''
        || c == '`'
        || c == '\u201c'
        || c == '\u201d'
        || c == '\ufeff'
        || c == '\u200b'
        || c == '\u200e'
        || c == '\u200f';
  }

  private static boolean hasBlank(String text) {
    return text.chars().anyMatch(Character::isWhitespace);
  }

  private static boolean hasAny(String text, String marks) {
    return text.chars().anyMatch(c -> marks.indexOf(c) >= 0);
  }
}
