import { fill, h } from "./dom.js";
import { t } from "./words.js";

export async function exposureView(place) {
  fill(place, h("p", { class: "quiet" }, t("exposureNone")));
}
