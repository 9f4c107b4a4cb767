"""Study 3, a skeleton: difference in differences of firms listed first in one year against firms not listed yet.

python3 did.py <export> <year> [--outcome outcomes.csv] [figure.svg]

`outcomes.csv` has firm,year,value (patents, sales, …), joined by the firm's id: bring your own. Without it the outcome is
the number of listings itself, which the treatment makes by definition: that shows only that the sums run.
No standard errors: use a package for inference (did, fixest in R; csdid in Stata) on panel_firm_year.
"""

import csv
import json
import sys

from export import figure, table, version

arguments = sys.argv[1:]
outcomes = None
if "--outcome" in arguments:
    at = arguments.index("--outcome")
    with open(arguments[at + 1], encoding="utf-8", newline="") as file:
        outcomes = {(row["firm"], int(row["year"])): float(row["value"]) for row in csv.DictReader(file)}
    del arguments[at : at + 2]
folder, cohort = arguments[0], int(arguments[1])

panel = table(folder, "panel_firm_year")
first = {row["firm"]: int(row["first_listed"]) if row["first_listed"] else None for row in panel}
values = outcomes or {(row["firm"], int(row["year"])): float(row["listed"]) for row in panel}
years = sorted({int(row["year"]) for row in panel})
before, after = cohort - 1, cohort + 1
treated = [firm for firm, year in first.items() if year == cohort]
# Not listed up to and with the last year that is compared; firms that only filed are among them.
control = [firm for firm, year in first.items() if year is None or year > after]


def mean(firms, year):
    """Mean over firms that have a value in that year; None where there are none."""
    known = [values[firm, year] for firm in firms if (firm, year) in values]
    return sum(known) / len(known) if known else None


means = {
    name: [(year, value) for year in years if (value := mean(firms, year)) is not None]
    for name, firms in (("listed first in " + str(cohort), treated), ("not listed yet", control))
}
parts = [mean(treated, after), mean(treated, before), mean(control, after), mean(control, before)]
effect = None if None in parts else (parts[0] - parts[1]) - (parts[2] - parts[3])
if len(arguments) > 2:
    caption = f"data {version(folder)}; {len(treated)} treated, {len(control)} controls; difference {effect}"
    figure(arguments[2], f"Before and after {cohort}", means, caption)
print(json.dumps({"treated": len(treated), "control": len(control), "effect": effect}))
