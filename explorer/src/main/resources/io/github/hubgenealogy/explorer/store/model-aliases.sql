select old_id, current_id from aliases where kind = 'model' order by old_id
