select cast(max(definition_version) as varchar)
from statistics
