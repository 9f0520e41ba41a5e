select number from explorer.by_downloads
