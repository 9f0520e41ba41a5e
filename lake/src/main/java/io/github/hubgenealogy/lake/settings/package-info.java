/**
 * Settings files and their units: YAML comes in, validated records go out; an unknown key is an
 * error that names the nearest.
 */
package io.github.hubgenealogy.lake.settings;
