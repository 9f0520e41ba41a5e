select word from explorer.rules order by number
