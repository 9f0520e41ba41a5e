select words from explorer.source_lists order by number
