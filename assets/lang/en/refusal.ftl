### Why a change is refused or a cell locked; the ids are the codes with hyphens for dots.
