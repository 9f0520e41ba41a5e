select old_id, current_id from explorer.aliases where kind = 'model' order by old_id
