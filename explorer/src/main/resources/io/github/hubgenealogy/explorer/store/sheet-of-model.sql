select
  repo_key, observed_at, sha, disabled, downloads_all_time, tags, languages_iso,
  architectures, arxiv_ids, has_card, generated_by, first_seen, last_listed_in
from explorer.sheets
where vertex = ?
