package io.github.hubgenealogy.explorer.web;

/**
 * A request that cannot be answered, as RFC 9457 has it: it is data for the client and ends the
 * request, not the server.
 */
public final class Problem extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final String title;
  private final String detail;

  /**
   * A problem.
   *
   * @param title the same for every problem of its kind
   * @param detail what is wrong with this request, and what to do
   */
  public Problem(int status, String title, String detail) {
    super(status + " " + title + ": " + detail);
    this.status = status;
    this.title = title;
    this.detail = detail;
  }

  /** A parameter that cannot be used. */
  public static Problem badRequest(String detail) {
    return new Problem(400, "Bad request", detail);
  }

  /** An id or a path that is not there. */
  public static Problem notFound(String detail) {
    return new Problem(404, "Not found", detail);
  }

  public int status() {
    return status;
  }

  public String title() {
    return title;
  }

  public String detail() {
    return detail;
  }

  /** The answer that says it. */
  public Answer answer() {
    return Answer.json(
        status, "application/problem+json", new Body("about:blank", title, status, detail));
  }

  private record Body(String type, String title, int status, String detail) {}
}
