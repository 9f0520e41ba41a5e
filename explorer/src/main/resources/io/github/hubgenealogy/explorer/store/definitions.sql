select definitions from explorer.facts
