select word from explorer.libraries order by number
