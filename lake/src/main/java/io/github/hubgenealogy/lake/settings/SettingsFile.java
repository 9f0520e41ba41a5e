package io.github.hubgenealogy.lake.settings;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.github.hubgenealogy.lake.command.Fault;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.commons.text.similarity.LevenshteinDistance;

/**
 * Reads a YAML settings file into a record whose constructor validates and whose keys are the only
 * ones allowed. Keys are written-with-hyphens; a missing file or key leaves the record's own
 * default, which the record supplies for null.
 */
public final class SettingsFile {
  private SettingsFile() {}

  /**
   * Reads one file.
   *
   * @throws Fault for a file that is no YAML, an unknown key (the nearest known one is named) or a
   *     refused value
   */
  public static <T> T read(Path file, Class<T> type) {
    try {
      if (!Files.exists(file)) {
        throw Fault.badInput(
            "no such settings file",
            file.toString(),
            "Restore it from the repository or name another.");
      }
      return parse(file.toString(), Files.readAllBytes(file), type);
    } catch (IOException unreadable) {
      throw Fault.badInput(
          "cannot read settings", file.toString(), String.valueOf(unreadable.getMessage()));
    }
  }

  /** Reads the file that travels in the jar of the type. */
  public static <T> T readResource(String name, Class<T> type) {
    try (InputStream file = type.getResourceAsStream(name)) {
      return parse(name, file.readAllBytes(), type);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static <T> T parse(String file, byte[] bytes, Class<T> type) throws IOException {
    ObjectMapper mapper = mapper();
    try {
      var tree = mapper.readTree(bytes);
      return mapper.treeToValue(
          tree == null || tree.isMissingNode() || tree.isNull() ? mapper.createObjectNode() : tree,
          type);
    } catch (UnrecognizedPropertyException unknown) {
      throw Fault.badInput(
          "unknown setting '" + unknown.getPropertyName() + "'" + place(unknown),
          file,
          nearest(unknown.getPropertyName(), unknown.getKnownPropertyIds())
              .map(known -> "Did you mean '" + known + "'?")
              .orElse("Known here: " + unknown.getKnownPropertyIds()));
    } catch (JsonProcessingException refused) {
      Throwable cause = refused;
      while (cause.getCause() != null && cause.getCause() != cause) {
        cause = cause.getCause();
      }
      String reason =
          cause.getMessage() == null
              ? "unreadable"
              : cause.getMessage().lines().findFirst().orElse("");
      String key = refused instanceof JsonMappingException mapping ? place(mapping) : "";
      throw Fault.badInput("unusable setting" + key, file, reason);
    }
  }

  /** The known name with the fewest letters to change, if it is near enough to have been meant. */
  public static Optional<String> nearest(String given, Collection<Object> known) {
    LevenshteinDistance distance = LevenshteinDistance.getDefaultInstance();
    return known.stream()
        .map(Object::toString)
        .min(
            Comparator.comparingInt((String name) -> distance.apply(given, name))
                .thenComparing(Comparator.naturalOrder()))
        .filter(name -> distance.apply(given, name) <= Math.max(3, name.length() / 2));
  }

  private static String place(JsonMappingException exception) {
    String path =
        exception.getPath().stream()
            .map(
                step ->
                    step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName())
            .collect(Collectors.joining("."));
    return path.isEmpty() ? "" : " at " + path;
  }

  private static ObjectMapper mapper() {
    SimpleModule units = new SimpleModule();
    units.addDeserializer(Duration.class, new DurationReader());
    return YAMLMapper.builder(new YAMLFactory())
        .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
        .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
        .addModule(units)
        .build();
  }

  private static final class DurationReader extends JsonDeserializer<Duration> {
    @Override
    public Duration deserialize(JsonParser parser, DeserializationContext context)
        throws IOException {
      return Durations.parse(parser.getText());
    }
  }
}
