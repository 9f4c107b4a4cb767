"""Texts that teach the entailment model: statements with their claim, and passages that are of another matter."""

import json
import random
import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
INDEPENDENT = sorted((ROOT / "corpus/independent").glob("statements*.jsonl"))
WRITTEN = sorted((ROOT / "corpus/statements").glob("*.jsonl"))
# Short sentences as most filings have them; without them what is told plainly is doubted.
PLAINEST = ROOT / "corpus/statements/plain-claims.jsonl"
# Claims that something is not so: without the claim their texts teach nothing.
INVERSE = {"未重复获评", "未重复申报", "无违法失信", "信用良好", "无重大事故"}
# What every filing holds and no claim asks for.
COMMON = [
    "本章按通知要求编写，内容真实，相关材料由专人整理归档。",
    "以下内容由申报单位填写。",
    "详见附件。",
    "公司始终坚持质量第一、客户至上的经营理念。",
    "申报材料真实有效，愿承担相应责任。",
]


def lines_of(path):
    return [json.loads(line) for line in path.read_text(encoding="utf8").splitlines() if line.strip()]


def statements(only=None):
    """Those of the fit parts and those written to teach: (claim, text, whether so, whether it needs its claim)."""
    independent = [line for path in INDEPENDENT for line in lines_of(path)]
    claims = {line["condition"]: line["asks"] for line in independent if line["condition"] != "通用"}
    fit = [line for line in independent if line["part"] == "fit"]
    written = [line for path in WRITTEN if path != PLAINEST for line in lines_of(path)]
    taught = lines_of(only) if only else fit + written
    return [
        (
            line.get("asks") or claims.get(line["condition"], ""),
            line["text"],
            line["truth"] == "met",
            line["condition"] in INVERSE,
        )
        for line in taught
    ]


def strays(own):
    """Passages to put beside claims they have nothing to do with."""
    described = [
        line["text"]
        for line in lines_of(ROOT / "corpus/independent/descriptions.jsonl")
        if line["part"] == "fit"
    ]
    labelled = [
        line["text"]
        for path in sorted((ROOT / "corpus/labelled").glob("*.jsonl"))
        for line in lines_of(path)
        if isinstance(line.get("text"), str)
    ]
    return (
        [text for _, text, _, _ in own]
        + [part for text in described for part in re.findall(r"(?:[^。]+。){1,3}", text)]
        + [part for text in labelled for part in re.findall(r"[^。]+。", text)]
        + COMMON * 5
    )


def pairs_in(text):
    letters = re.sub(r"\W", "", text)
    return {letters[i : i + 2] for i in range(len(letters) - 1)}


def of_another_matter(own, stray, count):
    """`count` claims with passages that share no two characters in a row with them (three in ten: one)."""
    claims = sorted({claim for claim, _, _, _ in own if claim})
    found = []
    while len(found) < count:
        claim, text = random.choice(claims), random.choice(stray)
        if len(pairs_in(claim) & pairs_in(text)) <= (0 if random.random() < 0.7 else 1):
            found.append((claim, text, False, True))
    return found
