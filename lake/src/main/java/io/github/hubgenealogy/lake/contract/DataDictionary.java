package io.github.hubgenealogy.lake.contract;

/**
 * The contracts as a page for people: {@code data/README.md} is this text, and a test holds it so.
 */
public final class DataDictionary {
  private DataDictionary() {}

  public static String markdown() {
    StringBuilder page = new StringBuilder();
    page.append("# Data dictionary\n\n")
        .append("Generated from `conf/tables` by `scripts/hubgen tables`; do not edit.\n\n")
        .append(
            "A snapshot is the folder `<lake>/<snapshot>`. Each table is a folder of Parquet files (zstd), sorted by its key; ")
        .append(
            "it exists when its `_table.json` does, which lists the files with rows, bytes and sha256. ")
        .append(
            "A snapshot with a `manifest.json` is published and never changes. Times are UTC in microseconds. ")
        .append(
            "Privacy says how a release for publication treats a column: none, identifier, quasi (singles out when joined), ")
        .append("free_text.\n\n");
    page.append("| table | folder | written by | key | what |\n|---|---|---|---|---|\n");
    for (TableContract table : TableContracts.all()) {
      page.append("| [")
          .append(table.name())
          .append("](#")
          .append(table.name())
          .append(") | `")
          .append(table.path())
          .append("` | ")
          .append(table.stage())
          .append(" | ")
          .append(String.join(", ", table.key()))
          .append(" | ")
          .append(cell(table.description()))
          .append(" |\n");
    }
    for (TableContract table : TableContracts.all()) {
      page.append("\n## ")
          .append(table.name())
          .append("\n\n")
          .append(table.description())
          .append(" Folder `")
          .append(table.path())
          .append("`, key (")
          .append(String.join(", ", table.key()))
          .append("), schema version ")
          .append(table.schemaVersion())
          .append(", at most ")
          .append(table.rowsPerFile())
          .append(" rows a file.\n\n");
      page.append(
          "| column | type | what | example | null means | privacy |\n|---|---|---|---|---|---|\n");
      for (Column column : table.columns()) {
        page.append("| `")
            .append(column.name())
            .append("` | ")
            .append(cell(column.type().spelling()))
            .append(" | ")
            .append(cell(column.description()))
            .append(" | `")
            .append(column.example().replace("|", "\\|"))
            .append("` | ")
            .append(cell(column.nullMeaning()))
            .append(" | ")
            .append(column.privacy().word())
            .append(" |\n");
      }
    }
    return page.toString();
  }

  private static String cell(String text) {
    return text.replace("|", "\\|").replace("<", "&lt;").replace(">", "&gt;");
  }
}
