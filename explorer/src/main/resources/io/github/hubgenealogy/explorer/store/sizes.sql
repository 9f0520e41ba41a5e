select (select count(*) from explorer.vertices), (select count(*) from explorer.arcs), (select count(*) from edges), (select count(*) from datasets)
