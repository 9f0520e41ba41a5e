select words from explorer.policy_lists order by number
