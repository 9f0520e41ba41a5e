package io.github.hubgenealogy.simulator.ecosystem;

/**
 * One parent as it is named somewhere, with what is meant by it.
 *
 * @param target the model meant, a deleted one as −2−d, or −1 for none
 * @param text what stands there
 * @param id the id in it once it is cleaned, or null
 * @param revision what stands behind the id as revision or quantization, or null
 */
public record Reference(Form form, int target, String text, String id, String revision) {
  /** Whether a model is meant, listed or not. */
  public boolean meansModel() {
    return form.resolution().givesEdge();
  }
}
