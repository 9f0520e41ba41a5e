select word from explorer.tasks order by number
