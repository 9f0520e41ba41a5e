package io.github.hubgenealogy.jobs.statistics.graph;

import java.util.Locale;

/**
 * Licences by what they let one do, from most to least: the identifiers are those that the Hub
 * takes in a card. Of several licences of one model the strictest counts. OTHER has no rank: it
 * says nothing about what is permitted.
 */
public enum LicenseGroup {
  PERMISSIVE(
      "mit apache-2.0 afl-3.0 artistic-2.0 bsd bsd-2-clause bsd-3-clause bsd-3-clause-clear bsl-1.0 cc0-1.0 cc-by-2.0"
          + " cc-by-2.5 cc-by-3.0 cc-by-4.0 cdla-permissive-1.0 cdla-permissive-2.0 ecl-2.0 isc ms-pl ncsa odc-by"
          + " pddl postgresql unlicense wtfpl zlib etalab-2.0"),
  SHARE_ALIKE(
      "agpl-3.0 cc-by-sa-3.0 cc-by-sa-4.0 cdla-sharing-1.0 epl-1.0 epl-2.0 eupl-1.1 eupl-1.2 gfdl gpl gpl-2.0 gpl-3.0"
          + " lgpl lgpl-2.1 lgpl-3.0 lgpl-lr mpl-2.0 odbl ofl-1.1 osl-3.0"),
  USE_RESTRICTED(
      "openrail openrail++ creativeml-openrail-m bigscience-openrail-m bigscience-bloom-rail-1.0 bigcode-openrail-m"
          + " gemma llama2 llama3 llama3.1 llama3.2 llama3.3 llama4 deepfloyd-if-license tii-falcon-llm"
          + " c-uda open-mdw grok2-community"),
  NO_COMMERCE_OR_CHANGE(
      "cc-by-nc-2.0 cc-by-nc-3.0 cc-by-nc-4.0 cc-by-nc-nd-3.0 cc-by-nc-nd-4.0 cc-by-nc-sa-2.0 cc-by-nc-sa-3.0"
          + " cc-by-nc-sa-4.0 cc-by-nd-4.0 fair-noncommercial-research-license intel-research apple-amlr apple-ascl"),
  OTHER("");

  /** Each between blanks. */
  private final String identifiers;

  LicenseGroup(String identifiers) {
    this.identifiers = " " + identifiers + " ";
  }

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether it can be compared with another. */
  public boolean ranks() {
    return this != OTHER;
  }

  /** The group of one licence. */
  public static LicenseGroup of(String identifier) {
    for (LicenseGroup group : values()) {
      if (group.identifiers.contains(" " + identifier + " ")) {
        return group;
      }
    }
    return OTHER;
  }

  /** The strictest of several; OTHER if none of them has a rank. */
  public static LicenseGroup strictest(String... identifiers) {
    LicenseGroup strictest = null;
    for (String each : identifiers) {
      LicenseGroup group = of(each);
      if (group.ranks() && (strictest == null || group.compareTo(strictest) > 0)) {
        strictest = group;
      }
    }
    return strictest == null ? OTHER : strictest;
  }
}
