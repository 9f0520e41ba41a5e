select vertices, arcs, edges, datasets from explorer.facts
