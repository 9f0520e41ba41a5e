package io.github.hubgenealogy.simulator.server;

/** The Hub's refusals, in its words (hub-api §2.2). */
final class Errors {
  private Errors() {}

  /** Missing or private: without a token nobody is told which. */
  static Answer noRepository(Caller caller) {
    return caller.anonymous()
        ? Answer.error(401, null, "Invalid username or password.")
        : Answer.error(404, "RepoNotFound", "Repository not found");
  }

  static Answer badToken() {
    return Answer.error(401, null, "Invalid credentials in Authorization header");
  }

  static Answer noRevision(String revision) {
    return Answer.error(404, "RevisionNotFound", "Invalid rev id: " + revision);
  }

  static Answer noEntry() {
    return Answer.error(404, "EntryNotFound", "Entry not found");
  }

  static Answer gated(Caller caller, String id) {
    return caller.anonymous()
        ? Answer.error(
            401,
            "GatedRepo",
            "Access to model "
                + id
                + " is restricted. You must have access to it and be authenticated to access it."
                + " Please log in.")
        : Answer.error(
            403,
            "GatedRepo",
            "Access to model "
                + id
                + " is restricted and you are not in the authorized list. Visit"
                + " https://huggingface.co/"
                + id
                + " to ask for access.");
  }

  static Answer disabled() {
    return Answer.error(403, null, "Access to this resource is disabled.");
  }

  static Answer noSuchPage() {
    return Answer.error(404, null, "Sorry, we can't find the page you are looking for.");
  }

  static Answer methodNotAllowed() {
    return Answer.error(405, null, "Method Not Allowed").header("Allow", "GET, HEAD");
  }
}
