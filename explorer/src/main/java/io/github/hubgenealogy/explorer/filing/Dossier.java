package io.github.hubgenealogy.explorer.filing;

import io.github.hubgenealogy.explorer.exposure.Answer;
import java.time.Instant;

/**
 * An answer with what a file must say of how it came about.
 *
 * @param command as it can be typed again
 * @param answeredAt when it was made
 */
public record Dossier(Answer answer, String command, Instant answeredAt) {}
