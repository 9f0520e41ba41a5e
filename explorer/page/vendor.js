// What the page takes from libraries, in one file: layered layout (dagre), zooming and drawing (d3).
export { Graph, layout } from "@dagrejs/dagre";
export { select } from "d3-selection";
export { zoom, zoomIdentity, zoomTransform } from "d3-zoom";
export { line, curveBasis } from "d3-shape";
import "d3-transition";
