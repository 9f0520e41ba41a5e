select repo_key from explorer.sheets where vertex = ?
