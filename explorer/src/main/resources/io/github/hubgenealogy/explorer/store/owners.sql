select owner, type, "displayName", website
from raw_owners
