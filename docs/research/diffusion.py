"""Study 1: in how many provinces was a mode listed up to each year?

python3 diffusion.py <export> <category> [figure.svg]
"""

import json
import sys

from export import figure, table, version

folder, category = sys.argv[1], sys.argv[2]
rows = [row for row in table(folder, "awards") if row["category"] == category and row["year"]]
placed = [row for row in rows if row["province"]]
years = sorted({int(row["year"]) for row in rows})
reached = []
for year in range(years[0], years[-1] + 1) if years else []:
    provinces = {row["province"] for row in placed if int(row["year"]) <= year}
    reached.append((year, len(provinces)))
if len(sys.argv) > 3 and reached:
    caption = f"data {version(folder)}; {len(rows) - len(placed)} of {len(rows)} listings have no province"
    figure(sys.argv[3], f"{category}: provinces reached", {category: reached}, caption)
print(json.dumps({"listings": len(rows), "placed": len(placed), "provinces": reached}))
