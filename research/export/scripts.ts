import type { ColumnType } from '../schema/table.ts';
import { tables } from '../schema/tables.ts';

/** Scripts that open the CSV files with their types in R (base), Python (pandas) and Stata. */
export const setupScripts: Readonly<Record<string, string>> = {
  'setup.R': rScript(),
  'setup.py': pythonScript(),
  'setup.do': stataScript(),
};

function rScript(): string {
  const classes: Readonly<Record<ColumnType, string>> = {
    string: 'character',
    integer: 'integer',
    number: 'numeric',
    boolean: 'logical',
    date: 'Date',
  };
  const reads = tables.map(({ name, columns }) => {
    const typed = columns.map((column) => `${column.name} = "${classes[column.type]}"`).join(', ');
    return `${name} <- read.csv(file.path(folder, "csv", "${name}.csv"), na.strings = "", encoding = "UTF-8",\n  colClasses = c(${typed}))`;
  });
  return [
    '# Opens every table: folder <- "where datapackage.json lies"; source("setup.R")',
    'if (!exists("folder")) folder <- "."',
    ...reads,
    '',
  ].join('\n');
}

function pythonScript(): string {
  const dtypes: Readonly<Record<ColumnType, string>> = {
    string: 'string',
    integer: 'Int64',
    number: 'float64',
    boolean: 'boolean',
    date: 'string',
  };
  const reads = tables.map(({ name, columns }) => {
    const typed = columns.map((column) => `"${column.name}": "${dtypes[column.type]}"`).join(', ');
    const dates = columns.filter(({ type }) => type === 'date').map((column) => `"${column.name}"`);
    return `    "${name}": ({${typed}}, [${dates.join(', ')}]),`;
  });
  return `"""Opens every table as a pandas data frame: from setup import load; tables = load("folder of datapackage.json")."""
import os

_TABLES = {
${reads.join('\n')}
}


def load(folder="."):
    import pandas

    return {
        name: pandas.read_csv(
            os.path.join(folder, "csv", name + ".csv"),
            dtype=types,
            parse_dates=dates,
            na_values=[""],
            keep_default_na=False,
        )
        for name, (types, dates) in _TABLES.items()
    }
`;
}

/** Names of Stata's value labels hold 32 characters at most, its variables too. */
function stataScript(): string {
  const reads = tables.flatMap(({ name, columns }) => [
    `import delimited using "\`folder'/csv/${name}.csv", clear encoding("utf-8") varnames(1) case(preserve) bindquote(strict) maxquotedrows(unlimited)`,
    ...columns.map(
      (column) => `capture label variable ${column.name} "${column.title.zh} ${column.title.en}"`,
    ),
    ...columns
      .filter(({ type }) => type === 'date')
      .map(
        (column) =>
          `capture {\n  gen _d = daily(${column.name}, "YMD")\n  format _d %td\n  drop ${column.name}\n  rename _d ${column.name}\n}`,
      ),
    `save "\`folder'/${name}.dta", replace`,
  ]);
  return [
    '* Opens every table and saves it for Stata: do setup.do "folder"',
    'args folder',
    `if "\`folder'" == "" local folder "."`,
    ...reads,
    '',
  ].join('\n');
}
