package io.github.hubgenealogy.explorer.genealogy;

/**
 * An owner of repositories, with what the Hub said of it where the snapshot asked (raw/owners).
 *
 * @param type organisation or person; null where nobody asked or nobody answered
 * @param website as the owner gives it, hostile like all that authors write; null where none
 * @param status found, missing, refused, unknown; null where nobody asked
 * @param models vertices of the snapshot that are its
 * @param downloads of the last 30 days, all its models together
 */
public record OwnerSheet(
    String owner,
    String type,
    String displayName,
    String website,
    String status,
    int models,
    long downloads) {}
