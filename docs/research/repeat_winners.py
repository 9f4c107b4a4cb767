"""Study 2: how often are firms listed, and what share of all listings do repeat winners have?

python3 repeat_winners.py <export> [figure.svg]
"""

import json
import sys
from collections import Counter

from export import figure, table, version

folder = sys.argv[1]
# Tombstones of merged firms have no listings of their own.
firms = [row for row in table(folder, "firms") if row["merged_into"] == "" and int(row["times_listed"]) > 0]
times = Counter(int(row["times_listed"]) for row in firms)
listings = sum(n * firms_of for n, firms_of in times.items())
again = sum(n * firms_of for n, firms_of in times.items() if n > 1)
# Pairs that may be one firm but were not merged make repeats too few: the other end of what is possible.
doubtful = sum(row["kind"] == "ambiguous" for row in table(folder, "firm_links"))
if len(sys.argv) > 2 and times:
    caption = f"data {version(folder)}; {doubtful} pairs of firms may be the same and were not merged"
    figure(sys.argv[2], "Firms by times listed", {"firms": sorted(times.items())}, caption, kind="bar")
print(
    json.dumps(
        {
            "firms": len(firms),
            "listings": listings,
            "share_of_repeat_winners": round(again / listings, 4) if listings else None,
            "times": sorted(times.items()),
            "ambiguous": doubtful,
        }
    )
)
