select
  card_source, parse_status, parse_error, base_models, base_model_relation, new_version,
  duplicated_from, license_name, license_link, co2_eq_grams
from explorer.cards
where vertex = ?
