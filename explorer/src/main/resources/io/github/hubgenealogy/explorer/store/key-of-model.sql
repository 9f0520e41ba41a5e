select repo_key from models where model_id = ?
