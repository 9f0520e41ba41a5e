package io.github.hubgenealogy.jobs.cards;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import io.github.hubgenealogy.jobs.pipeline.JobsSettings;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads YAML or JSON tokens into nodes within limits: no recursion, no more values than allowed,
 * aliases resolved to the nodes they name and counted as such, so that a text of ten lines cannot
 * stand for a billion values.
 *
 * <p>Jackson's YAML by default makes {@code no} false and gives an alias as the text of its name;
 * both are undone here. Of a key that stands twice the last counts, as in PyYAML and so in the
 * Hub's own client, and the first such key is named. Not for use by several threads.
 */
public final class NodeReader {
  private static final String MERGE_KEY = "<<";
  private static final Pattern SEPARATING_TABS =
      Pattern.compile("(?m)^( *(?:- +)?[\\w-]+: *)\\t[ \\t]*");

  private final JobsSettings.Cards limits;
  private final AnchoredYaml yaml = new AnchoredYaml();
  private final JsonFactory json = new JsonFactory();

  public NodeReader(JobsSettings.Cards limits) {
    this.limits = limits;
  }

  /**
   * What reading came to.
   *
   * @param root null unless the status is OK
   * @param remark what was objected to, or null
   * @param overwritten how many values a later one under the same key took the place of
   */
  public record Result(ParseStatus status, Node root, String remark, long overwritten) {
    Result(ParseStatus status, String remark) {
      this(status, null, remark, 0);
    }
  }

  /** Reads YAML. */
  public Result readYaml(String text) {
    Result result = readYamlAsIs(text);
    if (result.status() != ParseStatus.INVALID_YAML || text.indexOf('\t') < 0) {
      return result;
    }
    // A tab between a key and its value is a blank to YAML, but not to the reader beneath.
    String spaced = SEPARATING_TABS.matcher(text).replaceAll("$1 ");
    return spaced.equals(text) ? result : readYamlAsIs(spaced);
  }

  private Result readYamlAsIs(String text) {
    PacedText paced = new PacedText(text);
    try (YAMLParser parser = yaml.tokens(text, paced)) {
      return new Run(parser, paced).read();
    } catch (IOException | RuntimeException refused) {
      return paced.exceeded()
          ? new Result(ParseStatus.TOO_LARGE, "a value or comment that is too long to scan")
          : new Result(ParseStatus.INVALID_YAML, reason(refused));
    }
  }

  /** Reads the Hub's own parse, which is JSON. */
  public Result readJson(String text) {
    try (JsonParser parser = json.createParser(text)) {
      return new Run(parser, null).read();
    } catch (IOException | RuntimeException refused) {
      return new Result(ParseStatus.INVALID_YAML, reason(refused));
    }
  }

  /** The first line of a message and the place, without the parser's own quotes of the text. */
  private static String reason(Exception refused) {
    String message =
        refused.getMessage() == null ? refused.getClass().getSimpleName() : refused.getMessage();
    StringBuilder text = new StringBuilder();
    for (String line : message.lines().limit(6).toList()) {
      String plain = line.strip();
      if (plain.isEmpty()
          || plain.startsWith("at [Source")
          || plain.startsWith("^")
          || plain.startsWith("in 'reader'")) {
        int place = plain.indexOf("line ");
        if (place >= 0 && text.indexOf("line ") < 0) {
          text.append(" (")
              .append(plain.substring(place).replace("]", "").replaceAll("[:;,]$", ""))
              .append(')');
        }
        continue;
      }
      if (text.isEmpty()) {
        text.append(plain);
      }
    }
    return text.length() > 200 ? text.substring(0, 200) : text.toString();
  }

  /** One list or map that is being read. */
  private static final class Frame {
    private final List<Node> items;
    private final Map<String, Node> entries;
    private final String anchor;
    private final Set<String> merged = new HashSet<>();
    private String key;
    private long size = 1;

    Frame(boolean list, String anchor) {
      this.items = list ? new ArrayList<>() : null;
      this.entries = list ? null : new LinkedHashMap<>();
      this.anchor = anchor;
    }
  }

  /** One reading. */
  private final class Run {
    private final JsonParser parser;
    private final PacedText paced;
    private final Deque<Frame> open = new ArrayDeque<>();
    private final Map<String, Node> anchors = new HashMap<>();
    private long events;
    private int aliases;
    private long overwritten;
    private String remark;
    private ParseStatus stop;
    private Node root;

    Run(JsonParser parser, PacedText paced) {
      this.parser = parser;
      this.paced = paced;
    }

    Result read() throws IOException {
      JsonToken token;
      while (stop == null && root == null && (token = parser.nextToken()) != null) {
        take(token);
      }
      if (stop != null) {
        return new Result(stop, remark);
      }
      if (root != null && parser.nextToken() != null && parser instanceof YAMLParser) {
        return new Result(ParseStatus.INVALID_YAML, "a second document or value follows the first");
      }
      return new Result(
          ParseStatus.OK, root == null ? new Node.Nothing() : root, remark, overwritten);
    }

    private void take(JsonToken token) throws IOException {
      if (paced != null) {
        paced.token();
      }
      if (++events > limits.maxEvents()) {
        halt(ParseStatus.TOO_LARGE, "more than " + limits.maxEvents() + " values");
        return;
      }
      switch (token) {
        case START_OBJECT, START_ARRAY -> {
          if (open.size() >= limits.maxDepth()) {
            halt(ParseStatus.TOO_DEEP, "more than " + limits.maxDepth() + " levels");
            return;
          }
          open.push(new Frame(token == JsonToken.START_ARRAY, anchor()));
        }
        case END_OBJECT, END_ARRAY -> close();
        case FIELD_NAME -> open.element().key = parser.currentName();
        case VALUE_NULL -> put(new Node.Nothing(), anchor());
        case VALUE_STRING, VALUE_EMBEDDED_OBJECT -> string();
        case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT ->
            put(new Node.Scalar(parser.getText(), true, false), anchor());
        case VALUE_TRUE, VALUE_FALSE ->
            put(new Node.Scalar(parser.getText(), false, true), anchor());
        case NOT_AVAILABLE ->
            throw new IllegalStateException("a blocking parser is never without a token");
      }
    }

    private void string() throws IOException {
      if (!(parser instanceof YAMLParser yamlParser) || !yamlParser.isCurrentAlias()) {
        put(new Node.Scalar(parser.getText(), false, false), anchor());
        return;
      }
      Node target = anchors.get(parser.getText());
      if (target == null) {
        halt(ParseStatus.INVALID_YAML, "an alias names no earlier, finished value");
      } else if (++aliases > limits.maxAliases()) {
        halt(ParseStatus.TOO_MANY_ALIASES, "more than " + limits.maxAliases() + " aliases");
      } else if ((events += target.size()) > limits.maxEvents()) {
        halt(
            ParseStatus.TOO_MANY_ALIASES,
            "aliases stand for more than " + limits.maxEvents() + " values");
      } else {
        put(target, null);
      }
    }

    private String anchor() {
      return parser instanceof AnchoredYaml.Tokens tokens ? tokens.anchor() : null;
    }

    private void close() {
      Frame frame = open.pop();
      put(
          frame.items != null
              ? new Node.Items(frame.items, frame.size)
              : new Node.Entries(frame.entries, frame.size),
          frame.anchor);
    }

    private void put(Node node, String anchor) {
      if (anchor != null) {
        anchors.put(anchor, node);
      }
      Frame frame = open.peek();
      if (frame == null) {
        root = node;
      } else if (frame.items != null) {
        frame.items.add(node);
        frame.size += node.size();
      } else {
        entry(frame, node);
      }
    }

    private void entry(Frame frame, Node node) {
      frame.size += 1 + node.size();
      if (MERGE_KEY.equals(frame.key) && parser instanceof YAMLParser) {
        merge(frame, node);
      } else if (frame.entries.put(frame.key, node) != null && !frame.merged.remove(frame.key)) {
        overwritten++;
        if (remark == null && open.size() == 1) {
          remark = "key '" + frame.key + "' stands twice; the last counts";
        }
      }
    }

    /**
     * A merge key: its map's entries, or those of a list of maps, where the map has none of its own
     * by that name.
     */
    private void merge(Frame frame, Node node) {
      if (node instanceof Node.Entries map) {
        map.entries()
            .forEach(
                (key, value) -> {
                  if (frame.entries.putIfAbsent(key, value) == null) {
                    frame.merged.add(key);
                  }
                });
      } else if (node instanceof Node.Items list) {
        list.items().forEach(item -> merge(frame, item));
      }
    }

    private void halt(ParseStatus status, String why) {
      stop = status;
      remark = why;
    }
  }
}
