"""Reads an export of `chushen export --research` and draws simple figures, with Python's standard library only."""

import csv
import json
from html import escape
from pathlib import Path


def table(folder, name):
    """Rows of one table as dictionaries of texts; empty text where there is no value (see codebook.md)."""
    with open(Path(folder) / "csv" / f"{name}.csv", encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def version(folder):
    """The data version, to be cited."""
    with open(Path(folder) / "datapackage.json", encoding="utf-8") as file:
        return json.load(file)["version"]


def figure(path, title, series, caption, kind="line"):
    """Writes an SVG of `series`: name -> list of (x, y); bars stand side by side. Axes begin at zero."""
    width, height, left, right, top, bottom = 800, 480, 70, 30, 50, 80
    xs = sorted({x for points in series.values() for x, _ in points})
    most = max([y for points in series.values() for _, y in points] + [0]) or 1
    least = min([y for points in series.values() for _, y in points] + [0])
    across, high = width - left - right, height - top - bottom
    place = {x: left + across * (i + 0.5) / len(xs) for i, x in enumerate(xs)}

    def level(y):
        return top + high * (most - y) / (most - least)

    colours = ["#2f5f9f", "#c2571a", "#3d7d3d", "#7b4ea3", "#888888"]
    out = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" font-family="sans-serif" font-size="12">',
        f'<rect width="{width}" height="{height}" fill="white"/>',
        f'<text x="{left}" y="24" font-size="16">{escape(title)}</text>',
        f'<text x="{left}" y="{height - 12}" fill="#555">{escape(caption)}</text>',
    ]
    for part in range(5):
        y = least + (most - least) * part / 4
        out.append(f'<line x1="{left}" x2="{width - right}" y1="{level(y):.1f}" y2="{level(y):.1f}" stroke="#ddd"/>')
        out.append(f'<text x="{left - 6}" y="{level(y) + 4:.1f}" text-anchor="end">{y:g}</text>')
    for x in xs:
        out.append(f'<text x="{place[x]:.1f}" y="{height - bottom + 18}" text-anchor="middle">{escape(str(x))}</text>')
    wide = across / len(xs) * 0.8 / max(1, len(series))
    for i, (name, points) in enumerate(series.items()):
        colour = colours[i % len(colours)]
        if kind == "bar":
            for x, y in points:
                at = place[x] - wide * len(series) / 2 + wide * i
                y0, y1 = level(max(y, 0)), level(min(y, 0))
                out.append(f'<rect x="{at:.1f}" y="{y0:.1f}" width="{wide:.1f}" height="{y1 - y0:.1f}" fill="{colour}"/>')
        else:
            line = " ".join(f"{place[x]:.1f},{level(y):.1f}" for x, y in sorted(points))
            out.append(f'<polyline points="{line}" fill="none" stroke="{colour}" stroke-width="2"/>')
        out.append(f'<text x="{left + 8 + i * 180}" y="{height - 36}" fill="{colour}">{escape(name)}</text>')
    out.append("</svg>")
    Path(path).write_text("\n".join(out) + "\n", encoding="utf-8")
