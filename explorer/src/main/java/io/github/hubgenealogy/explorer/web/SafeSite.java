package io.github.hubgenealogy.explorer.web;

import io.github.hubgenealogy.lake.command.Fault;
import org.eclipse.jetty.server.Request;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the site; a fault of ours is logged here and told without detail. */
final class SafeSite {
  private static final Logger LOG = LoggerFactory.getLogger(SafeSite.class);

  private final Site site;

  SafeSite(Site site) {
    this.site = site;
  }

  /** What goes back, whatever happens. */
  Answer answer(Request request) {
    String path = Request.getPathInContext(request);
    try {
      return site.answer(path, request.getHttpURI().getQuery());
    } catch (Problem problem) {
      return problem.answer();
    } catch (Fault fault) {
      LOG.warn("{}", fault.line());
      return new Problem(503, "Not available", fault.what() + ". " + fault.remedy()).answer();
    } catch (RuntimeException ours) {
      LOG.error("a fault of ours at a path of {} characters", path.length(), ours);
      return new Problem(500, "Fault of the server", "this is ours; the server's log has it")
          .answer();
    }
  }
}
