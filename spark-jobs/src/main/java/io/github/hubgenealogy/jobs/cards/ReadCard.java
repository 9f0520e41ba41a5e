package io.github.hubgenealogy.jobs.cards;

import io.github.hubgenealogy.jobs.prose.Statement;
import java.util.List;

/**
 * One README as read.
 *
 * @param remark what was objected to, or null
 * @param encoding null where the bytes could not be decoded
 * @param frontMatterBytes −1 where there is no front matter
 * @param chars −1 where the bytes could not be decoded
 * @param bodyChars −1 likewise
 * @param generatedBy null where no tool is recognised
 * @param statements what its prose says of anybody's parents
 */
public record ReadCard(
    ParseStatus status,
    String remark,
    String encoding,
    long frontMatterBytes,
    long chars,
    long bodyChars,
    DeclaredCard declared,
    String generatedBy,
    List<Statement> statements) {}
