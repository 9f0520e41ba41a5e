package io.github.hubgenealogy.jobs.cards;

/**
 * One README as read.
 *
 * @param remark what was objected to, or null
 * @param encoding null where the bytes could not be decoded
 * @param frontMatterBytes −1 where there is no front matter
 * @param chars −1 where the bytes could not be decoded
 * @param bodyChars −1 likewise
 * @param generatedBy null where no tool is recognised
 */
public record ReadCard(
    ParseStatus status,
    String remark,
    String encoding,
    long frontMatterBytes,
    long chars,
    long bodyChars,
    DeclaredCard declared,
    String generatedBy) {}
