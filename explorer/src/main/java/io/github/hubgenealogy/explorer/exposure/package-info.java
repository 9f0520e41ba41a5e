/**
 * The question of a data-protection officer: models or data sets come in; what descends from them,
 * whom to write to and what could not be found go out, as a record that can be filed.
 */
package io.github.hubgenealogy.explorer.exposure;
