select encode(ids) from explorer.ids
