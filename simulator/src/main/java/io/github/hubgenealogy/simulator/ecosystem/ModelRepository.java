package io.github.hubgenealogy.simulator.ecosystem;

import io.github.hubgenealogy.simulator.hub.Access;
import io.github.hubgenealogy.simulator.hub.Field;
import io.github.hubgenealogy.simulator.hub.Repository;
import io.github.hubgenealogy.simulator.hub.Sibling;
import io.github.hubgenealogy.simulator.json.Instants;
import io.github.hubgenealogy.simulator.json.JsonBytes;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A simulated model as a repository of the Hub: its fields, present and absent as hub-api §1.2. */
final class ModelRepository implements Repository {
  private static final int OLDER_COMMITS = 3;

  private final Ecosystem ecosystem;
  private final int number;
  private final int tick;
  private SimulatedModel model;
  private ModelRecord record;
  private String id;

  /**
   * A model at a moment. It is made when more than its name is asked for: narrowing by name is
   * cheap.
   *
   * @param tick how far scores have moved
   */
  ModelRepository(Ecosystem ecosystem, int number, int tick) {
    this.ecosystem = ecosystem;
    this.number = number;
    this.tick = tick;
  }

  private SimulatedModel model() {
    if (model == null) {
      model = ecosystem.model(number);
    }
    return model;
  }

  private ModelRecord record() {
    if (record == null) {
      record = new ModelRecord(model());
    }
    return record;
  }

  @Override
  public String key() {
    return ecosystem.key(number);
  }

  @Override
  public String id() {
    if (id == null) {
      id = ecosystem.names().id(number);
    }
    return id;
  }

  @Override
  public String sha() {
    return ecosystem.commit(number, 0);
  }

  @Override
  public Access access() {
    return record().access();
  }

  @Override
  public byte[] readme() {
    return model().readme();
  }

  @Override
  public List<String> tags() {
    return record().tags();
  }

  @Override
  public String pipelineTag() {
    return record().task();
  }

  @Override
  public long parameters() {
    return record().hasSafetensors() || record().hasGguf() ? record().parameters() : 0;
  }

  @Override
  public boolean hasRevision(String revision) {
    for (int age = 1; age <= OLDER_COMMITS; age++) {
      if (revision.equals(ecosystem.keys().commit(number, age))) {
        return true;
      }
    }
    return false;
  }

  /** At an older commit the README has a line more. */
  @Override
  public byte[] readmeAt(String revision) {
    byte[] readme = readme();
    if (readme == null || !hasRevision(revision)) {
      return readme;
    }
    byte[] line = ("\n<!-- as of " + revision + " -->\n").getBytes(StandardCharsets.US_ASCII);
    byte[] older = Arrays.copyOf(readme, readme.length + line.length);
    System.arraycopy(line, 0, older, readme.length, line.length);
    return older;
  }

  @Override
  public List<Sibling> siblings() {
    List<Sibling> siblings = new ArrayList<>();
    for (String path : ModelFiles.of(model())) {
      byte[] content = path.equals("README.md") ? readme() : file(path);
      siblings.add(
          content == null
              ? new Sibling(path, 2 * record().parameters(), ecosystem.keys().sha256(number))
              : new Sibling(path, content.length, null));
    }
    return siblings;
  }

  @Override
  public byte[] file(String path) {
    if (path.endsWith("config.json") && ModelFiles.of(model()).contains(path)) {
      JsonBytes json = new JsonBytes(512);
      record().config(json);
      return json.toByteArray();
    }
    return path.equals(".gitattributes")
        ? "*.safetensors filter=lfs diff=lfs merge=lfs -text\n".getBytes(StandardCharsets.US_ASCII)
        : null;
  }

  @Override
  public boolean write(Field field, JsonBytes json) {
    return switch (field) {
      case AUTHOR -> wrote(json.string(record().author()));
      case BASE_MODELS -> baseModels(json);
      case CARD_DATA -> record().cardData(json);
      case DISABLED -> wrote(json.bool(access() == Access.DISABLED));
      case GATED -> gated(json);
      case GGUF -> record().hasGguf() && gguf(json);
      case LAST_MODIFIED -> wrote(json.string(Instants.text(record().lastModified())));
      case LIKES -> wrote(json.number(record().likes()));
      case TRENDING_SCORE -> wrote(json.number(record().trendingScore(tick)));
      case PRIVATE -> wrote(json.bool(false));
      case SHA -> wrote(json.string(sha()));
      case CONFIG -> config(json);
      case DOWNLOADS -> wrote(json.number(record().downloads()));
      case DOWNLOADS_ALL_TIME -> wrote(json.number(record().downloadsEver()));
      case MODEL_INDEX -> wrote(json.value(model().frontMatter().get("model-index")));
      case SAFETENSORS -> record().hasSafetensors() && safetensors(json);
      case TAGS -> wrote(json.value(tags()));
      case PIPELINE_TAG -> string(record().task(), json);
      case LIBRARY_NAME -> string(record().library(), json);
      case CREATED_AT -> wrote(json.string(Instants.text(model().created())));
      case SIBLINGS -> names(json);
      case SIBLINGS_WITH_BLOBS -> Blobs.write(this, json);
      case SPACES, INFERENCE_PROVIDER_MAPPING -> wrote(json.beginArray().endArray());
      case XET_ENABLED -> wrote(json.bool(true));
      case INFERENCE_PROVIDERS -> wrote(json.beginObject().endObject());
      case CHILDREN_MODEL_COUNT -> wrote(new ChildCount(ecosystem).write(number, json));
      case USED_STORAGE -> wrote(json.number(2 * parameters()));
      case MODEL_ID -> wrote(json.string(id()));
      case TRANSFORMERS_INFO -> transformersInfo(json);
      case MASK_TOKEN -> string("fill-mask".equals(record().task()) ? "[MASK]" : null, json);
      case INFERENCE -> string(record().downloads() > 100_000 ? "warm" : null, json);
      case EVAL_RESULTS, RESOURCE_GROUP, WIDGET_DATA, DESCRIPTION, CITATION, PAPERS_WITH_CODE_ID ->
          false;
    };
  }

  /** Says that the field is there, whatever was written. */
  private static boolean wrote(JsonBytes json) {
    return json.length() > 0;
  }

  private static boolean string(String text, JsonBytes json) {
    return text != null && wrote(json.string(text));
  }

  private boolean config(JsonBytes json) {
    record().config(json);
    return true;
  }

  private boolean baseModels(JsonBytes json) {
    String relation = record().baseRelation();
    if (relation == null) {
      return false;
    }
    json.beginObject().name("relation").string(relation).name("models").beginArray();
    for (ModelRecord.Base base : record().bases()) {
      json.beginObject().name("_id").string(base.key()).name("id").string(base.id()).endObject();
    }
    return wrote(json.endArray().endObject());
  }

  private boolean gated(JsonBytes json) {
    String gate = record().gate();
    return wrote(gate == null ? json.bool(false) : json.string(gate));
  }

  private boolean gguf(JsonBytes json) {
    json.beginObject();
    json.name("total").number(record().parameters());
    json.name("architecture").string(record().ggufArchitecture());
    json.name("context_length").number(record().ggufContext());
    json.name("chat_template");
    TokenizerConfig.writeChatTemplate(json);
    json.name("bos_token").string("<s>");
    json.name("eos_token").string("</s>");
    return wrote(json.endObject());
  }

  private boolean safetensors(JsonBytes json) {
    long total = record().parameters();
    json.beginObject().name("parameters").beginObject();
    json.name(record().tensorType()).number(total).endObject();
    return wrote(json.name("total").number(total).endObject());
  }

  private boolean names(JsonBytes json) {
    json.beginArray();
    for (String file : ModelFiles.of(model())) {
      json.beginObject().name("rfilename").string(file).endObject();
    }
    return wrote(json.endArray());
  }

  private boolean transformersInfo(JsonBytes json) {
    if (!"transformers".equals(record().library())) {
      return false;
    }
    json.beginObject().name("auto_model").string("AutoModel");
    if (record().task() != null) {
      json.name("pipeline_tag").string(record().task());
    }
    return wrote(json.name("processor").string("AutoTokenizer").endObject());
  }
}
