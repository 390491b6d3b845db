### Marked rows, and what is done to all of them.

marks-count = { $count } marked
marks-count-more = { $count }+ marked
marks-all = all marked
marks-range = v ends the range
marks-no-row = There is no row to mark.
marks-not-here = Nothing can be done to many of these at once.

bulk-title = { $count ->
    [one] One marked row
   *[other] { $count } marked rows
}
bulk-none = There is nothing to be done to many of these at once.
bulk-too-many = At most { $count } records at once: filter further.
bulk-take-tickets = Take
bulk-approve = Approve
bulk-reject = Reject: { $reason }
bulk-assign = Give to { $name }
bulk-priority = Priority: { $value }
bulk-withdraw = Withdraw
bulk-enable = Enable
bulk-disable = Disable
bulk-give = Give { $what }
bulk-take = Take { $what } away
bulk-set = { $what }: { $value }
bulk-site = Move to { $name }
bulk-workspace = Workspace { $name }
bulk-right = { $name }, { $right }
bulk-left-out = left out
bulk-verdicts = Allowed: { $allowed }. Left out: { $refused }.
bulk-disable-title =
    { $count ->
        [one] Disable one marked row
       *[other] Disable { $count } marked rows
    }
bulk-disable-go = See the plan
bulk-judging = Judging: { $what }
bulk-applying = Applying
