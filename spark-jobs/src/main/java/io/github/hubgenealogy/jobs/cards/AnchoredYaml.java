package io.github.hubgenealogy.jobs.cards;

import com.fasterxml.jackson.core.ObjectCodec;
import com.fasterxml.jackson.core.io.IOContext;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.Reader;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.events.NodeEvent;

/**
 * Jackson's YAML tokens with the anchors of single values: Jackson itself keeps those of lists and
 * maps only, so that an alias of a string would lead nowhere.
 */
final class AnchoredYaml extends YAMLFactory {
  private static final long serialVersionUID = 1L;

  /** A reader of YAML that leaves {@code no}, {@code yes} and {@code on} the words they are. */
  AnchoredYaml() {
    enable(YAMLParser.Feature.PARSE_BOOLEAN_LIKE_WORDS_AS_STRINGS);
  }

  /**
   * Reads a text.
   *
   * @param text what messages name
   * @param reader gives that text
   */
  Tokens tokens(String text, Reader reader) {
    IOContext context = _createContext(_createContentReference(text), true);
    return new Tokens(
        context, _parserFeatures, _yamlParserFeatures, _loaderOptions, _objectCodec, reader);
  }

  /** The tokens of one text. */
  static final class Tokens extends YAMLParser {
    Tokens(
        IOContext context,
        int parserFeatures,
        int formatFeatures,
        LoaderOptions options,
        ObjectCodec codec,
        Reader reader) {
      super(context, parserFeatures, formatFeatures, options, codec, reader);
    }

    /** The name under which aliases may refer to the value of the current token, or null. */
    String anchor() {
      return _lastEvent instanceof NodeEvent node && !_currentIsAlias ? node.getAnchor() : null;
    }
  }
}
