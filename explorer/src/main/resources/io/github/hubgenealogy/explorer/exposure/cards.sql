select id, content
from read_parquet(?::varchar[])
where list_contains(?::varchar[], _id) and content is not null
