package io.github.hubgenealogy.explorer.web.export;

import io.github.hubgenealogy.explorer.genealogy.Edge;
import io.github.hubgenealogy.explorer.genealogy.Member;
import io.github.hubgenealogy.explorer.genealogy.ModelSheet;
import io.github.hubgenealogy.explorer.web.Columns;
import io.github.hubgenealogy.explorer.web.Json;
import io.github.hubgenealogy.explorer.web.api.Lineage;
import io.github.hubgenealogy.lake.command.Printable;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** A lineage as GraphML, edges from parent to child, for Gephi, yEd, NetworkX and the like. */
public final class GraphMlExport {
  private static final String NAMESPACE = "http://graphml.graphdrawing.org/xmlns";
  private static final String KIND = "kind";
  private static final Map<String, String> NODE_KEYS =
      new TreeMap<>(
          Map.of(
              KIND,
              "string",
              Columns.PRESENCE,
              "string",
              Columns.OWNER,
              "string",
              Columns.PIPELINE_TAG,
              "string",
              Columns.LICENSES,
              "string",
              Columns.CREATED_AT,
              "string",
              Columns.DOWNLOADS_30D,
              "long",
              Columns.N_DESCENDANTS,
              "int"));
  private static final List<String> EDGE_KEYS =
      List.of(Columns.RELATION, Columns.RELATION_BASIS, Columns.SOURCES, Columns.WARNING_SIGNS);

  private final XMLStreamWriter xml;

  private GraphMlExport(XMLStreamWriter xml) {
    this.xml = xml;
  }

  /** The file's text. */
  public static String of(Lineage lineage) {
    StringWriter text = new StringWriter();
    try {
      new GraphMlExport(XMLOutputFactory.newInstance().createXMLStreamWriter(text)).write(lineage);
    } catch (XMLStreamException impossible) {
      throw new IllegalStateException(impossible);
    }
    return text.toString();
  }

  private void write(Lineage lineage) throws XMLStreamException {
    xml.writeStartDocument("UTF-8", "1.0");
    xml.writeStartElement("graphml");
    xml.writeDefaultNamespace(NAMESPACE);
    for (Map.Entry<String, String> key : NODE_KEYS.entrySet()) {
      key("node", key.getKey(), key.getValue());
    }
    for (String name : EDGE_KEYS) {
      key("edge", name, "string");
    }
    xml.writeStartElement("graph");
    xml.writeAttribute(
        "id", safe(lineage.snapshot().id() + " (" + lineage.snapshot().origin() + ")"));
    xml.writeAttribute("edgedefault", "directed");
    for (Relatives.Relative each : Relatives.of(lineage)) {
      node(each.model());
    }
    datasets(lineage);
    for (Edge edge : lineage.edges()) {
      edge(edge);
    }
    xml.writeEndDocument();
  }

  private void key(String what, String name, String type) throws XMLStreamException {
    xml.writeEmptyElement("key");
    xml.writeAttribute("id", what + "_" + name);
    xml.writeAttribute("for", what);
    xml.writeAttribute("attr.name", name);
    xml.writeAttribute("attr.type", type);
  }

  private void node(Member model) throws XMLStreamException {
    xml.writeStartElement("node");
    xml.writeAttribute("id", safe(model.id()));
    data("node", KIND, "model");
    data("node", Columns.PRESENCE, model.presence().word());
    data("node", Columns.OWNER, model.owner());
    data("node", Columns.PIPELINE_TAG, model.task());
    data("node", Columns.LICENSES, String.join(";", model.licences()));
    data("node", Columns.CREATED_AT, model.createdAt());
    data("node", Columns.DOWNLOADS_30D, model.downloads());
    data("node", Columns.N_DESCENDANTS, model.descendants());
    xml.writeEndElement();
  }

  private void datasets(Lineage lineage) throws XMLStreamException {
    for (ModelSheet.DatasetUse use : lineage.datasets()) {
      if (use.dataset() != null) {
        String id = "datasets/" + use.dataset();
        xml.writeStartElement("node");
        xml.writeAttribute("id", safe(id));
        data("node", KIND, "dataset");
        data("node", Columns.PRESENCE, use.presence() == null ? null : use.presence().word());
        xml.writeEndElement();
        xml.writeStartElement("edge");
        xml.writeAttribute("source", safe(id));
        xml.writeAttribute("target", safe(lineage.model().id()));
        data("edge", Columns.RELATION, "trained_on");
        data("edge", Columns.SOURCES, String.join(";", use.sources()));
        xml.writeEndElement();
      }
    }
  }

  private void edge(Edge edge) throws XMLStreamException {
    xml.writeStartElement("edge");
    xml.writeAttribute("source", safe(edge.parent()));
    xml.writeAttribute("target", safe(edge.child()));
    data("edge", Columns.RELATION, edge.relation().word());
    data("edge", Columns.RELATION_BASIS, edge.basis());
    data("edge", Columns.SOURCES, String.join(";", edge.sources()));
    data(
        "edge",
        Columns.WARNING_SIGNS,
        edge.warnings().stream().map(Json::word).sorted().collect(Collectors.joining(";")));
    xml.writeEndElement();
  }

  private void data(String what, String name, Object value) throws XMLStreamException {
    if (value != null && !value.toString().isEmpty()) {
      xml.writeStartElement("data");
      xml.writeAttribute("key", what + "_" + name);
      xml.writeCharacters(safe(value.toString()));
      xml.writeEndElement();
    }
  }

  /** XML has no form for control characters. */
  private static String safe(String text) {
    return Printable.line(text);
  }
}
