select words from explorer.licences order by number
