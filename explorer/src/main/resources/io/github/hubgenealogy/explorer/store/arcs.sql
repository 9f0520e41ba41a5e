select child, parent, relation, basis, rule, sources, policies, warnings
from explorer.arcs
