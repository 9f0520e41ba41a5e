select number from explorer.by_downloads order by rowid
