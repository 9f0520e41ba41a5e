package io.github.hubgenealogy.simulator.ecosystem;

import io.github.hubgenealogy.simulator.card.Tool;
import io.github.hubgenealogy.simulator.chance.Chance;
import io.github.hubgenealogy.simulator.chance.Question;
import java.util.List;
import java.util.Locale;

/**
 * Derives a model's tags as the Hub does (hub-api §4.4): library and files, architecture, task, the
 * author's own, languages, data, papers, parents, licence, flags, region.
 */
final class TagMaker {
  private final Structure structure;
  private final Chance chance;

  TagMaker(Structure structure, Chance chance) {
    this.structure = structure;
    this.chance = chance;
  }

  TagList of(SimulatedModel model) {
    TagList tags = new TagList();
    files(model, tags);
    tags.add(model.task());
    if (model.readable()) {
      author(model, tags);
      languages(model, tags);
      model.datasets().forEach(data -> tags.add("dataset:" + data.text()));
      if (chance.happens(model.number(), Question.PAPER, 0.05)) {
        tags.add("arxiv:" + paper(model.number()));
      }
      parents(model.lineage().hub(), tags);
      String licence = Traits.LICENCES.get(structure.licence[model.number()]);
      tags.add(licence.isEmpty() ? null : "license:" + licence);
    }
    if ("transformers".equals(model.library())) {
      tags.add("endpoints_compatible");
    }
    tags.add("region:us");
    return tags;
  }

  private void files(SimulatedModel model, TagList tags) {
    tags.add(model.library());
    Make make = model.make();
    Domain domain = structure.domain(model.number());
    if (make.safetensors()) {
      tags.add("safetensors");
    } else if ("transformers".equals(model.library()) && make.tool() != Tool.GGUF) {
      tags.add("pytorch");
    }
    if (make.tool() == Tool.GGUF) {
      tags.add("gguf");
    }
    if (make.onnx() || make.tool() == Tool.ONNX) {
      tags.add("onnx");
    }
    if (make.tool() == Tool.TRAINER && chance.happens(model.number(), Question.TENSORBOARD, 0.4)) {
      tags.add("tensorboard");
    }
    if (hasModelType(make, model.library())) {
      tags.add(domain.modelType());
    }
  }

  static boolean hasModelType(Make make, String library) {
    return "transformers".equals(library) && make.tool() != Tool.GGUF;
  }

  private static void author(SimulatedModel model, TagList tags) {
    Lineage lineage = model.lineage();
    Object written = model.frontMatter().get("tags");
    List<?> items =
        written instanceof List<?> list ? list : written == null ? List.of() : List.of(written);
    String typed =
        lineage.authorTag() == null
            ? null
            : TagList.text(lineage.authorTagRelation(), lineage.authorTag());
    for (Object item : items) {
      if (item.equals(typed)) {
        tags.parent(lineage.authorTagRelation(), lineage.authorTag());
      } else {
        tags.add(String.valueOf(item));
      }
    }
  }

  private static void languages(SimulatedModel model, TagList tags) {
    Object written = model.frontMatter().get("language");
    if (written instanceof List<?> items) {
      items.forEach(item -> tags.add((String) item));
    } else if (written != null) {
      tags.add((String) written);
    }
  }

  private static void parents(HubView hub, TagList tags) {
    for (HubView.Base base : hub.tagged()) {
      Form form = base.target() < 0 ? Form.DELETED : Form.EXACT;
      Reference reference = new Reference(form, base.target(), base.id(), base.id(), null);
      tags.parent(null, reference);
      tags.parent(hub.relation(), reference);
    }
  }

  private String paper(int model) {
    int number = chance.below(model, Question.PAPER_COUNT, 4_000);
    return String.format(
        Locale.ROOT, "%02d%02d.%05d", 20 + number % 6, 1 + number / 6 % 12, number % 900);
  }
}
