select owner, type, display_name, website
from explorer.owners
