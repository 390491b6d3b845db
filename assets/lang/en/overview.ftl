### The overview: requests and seats in figures

overview-waiting = Requests waiting: { $count }
overview-waiting-own = Your requests waiting: { $count }
overview-age-0 = under 1 day
overview-age-1 = 1 to 3 days
overview-age-2 = 3 to 7 days
overview-age-3 = over 7 days
# Each letter of a bar stands for requests of a kind.
overview-letter-new_user = N
overview-letter-change_rights = R
overview-letter-deactivate = D
overview-letter-other = O
overview-none-waits = None waits.
overview-decided = Decided in { $weeks } weeks: { $count }
overview-decided-median = Decided in { $weeks } weeks: { $count }, half of them within { $span }
overview-this-week = this week
overview-seats-all-sites = They are counted over all sites, of which you hold some.
