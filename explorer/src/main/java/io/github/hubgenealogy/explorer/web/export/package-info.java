/**
 * What is shown, as a file: relatives and edges of one model come in; CSV, GraphML and a CycloneDX
 * ML-BOM go out. Texts in them were written by strangers and are made harmless for each form.
 */
package io.github.hubgenealogy.explorer.web.export;
