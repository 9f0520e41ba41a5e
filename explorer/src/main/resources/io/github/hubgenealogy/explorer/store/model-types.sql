select word from explorer.model_types order by number
