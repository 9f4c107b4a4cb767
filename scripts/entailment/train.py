"""Teaches the entailment model: python train.py <bge-small-zh-v1.5.onnx> <tokenizer.json> <out.onnx>

Three rounds: what the statements say of their claims, the same among passages of other matters, and the plainest
sentences, with some of the others so that they are not forgotten. Each keeps the running mean of its weights. Ends with
weights quantised to 8 bits. See `language-model/entailment/model/README.md`.
"""

import math
import random
import sys
from pathlib import Path

import torch
from encoder import Entailer, batch_of, open_tokeniser
from onnxruntime.quantization import QuantType, quantize_dynamic
from texts import PLAINEST, of_another_matter, statements, strays
from torch import nn

BATCH = 32
# As often a claim is left out, so that what is so is heard without one too.
CLAIMLESS = 0.3
SMOOTHED = 0.05
MEAN = 0.995


def main(base, vocabulary, out):
    random.seed(1)
    torch.manual_seed(1)
    plain = statements(only=PLAINEST)
    own = statements()
    stray = strays(own)
    encode = open_tokeniser(vocabulary)
    model = Entailer(base)
    teach(model, encode, lambda: own, len(own), passes=3, rate=7e-5)
    others = int(0.35 * len(own))
    teach(
        model, encode, lambda: own + of_another_matter(own, stray, others), len(own) + others, passes=2, rate=4e-5
    )
    mixed = plain + random.sample(own, 2500)
    strangers = int(0.3 * len(mixed))
    teach(
        model,
        encode,
        lambda: mixed + of_another_matter(own, stray, strangers),
        len(mixed) + strangers,
        passes=1,
        rate=3e-5,
    )
    export(model, out)


def teach(model, encode, lines, count, passes, rate):
    weights = [one for one in model.parameters() if one.requires_grad]
    means = [one.detach().clone() for one in weights]
    optimiser = torch.optim.AdamW(
        [
            {"params": [one for one in weights if one.ndim > 1], "weight_decay": 0.01},
            {"params": [one for one in weights if one.ndim <= 1], "weight_decay": 0.0},
        ],
        lr=rate,
        fused=True,
    )
    steps = passes * math.ceil(count / BATCH)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda step: min(1, step / (0.1 * steps)) * max(0.02, 1 - step / steps)
    )
    done = 0
    model.train()
    for turn in range(passes):
        total = 0.0
        batches = list(batches_of(lines(), encode))
        for rows, truths in batches:
            truth = torch.tensor(truths) * (1 - 2 * SMOOTHED) + SMOOTHED
            with torch.autocast("cpu", torch.bfloat16):
                odds = model(*batch_of(rows))
            loss = nn.functional.binary_cross_entropy_with_logits(odds.float(), truth)
            optimiser.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(weights, 1.0)
            optimiser.step()
            schedule.step()
            done += 1
            kept = min(MEAN, (1 + done) / (10 + done))
            with torch.no_grad():
                for mean, weight in zip(means, weights):
                    mean.mul_(kept).add_(weight, alpha=1 - kept)
            total += loss.item()
        print(f"pass {turn + 1} of {passes}: loss {total / len(batches):.4f}", flush=True)
    with torch.no_grad():
        for mean, weight in zip(means, weights):
            weight.copy_(mean)


def batches_of(lines, encode):
    """Lines of like length together, in an order of chance."""
    random.shuffle(lines := list(lines))
    encoded = [
        (
            encode("" if not needs_claim and random.random() < CLAIMLESS else claim, text),
            float(so),
        )
        for claim, text, so, needs_claim in lines
    ]
    batches = []
    for start in range(0, len(encoded), 16 * BATCH):
        near = sorted(encoded[start : start + 16 * BATCH], key=lambda one: len(one[0][0]))
        batches += [near[at : at + BATCH] for at in range(0, len(near), BATCH)]
    random.shuffle(batches)
    for batch in batches:
        yield [row for row, _ in batch], [truth for _, truth in batch]


def export(model, out):
    model.eval()
    model.encoder.config._attn_implementation = "eager"
    whole = f"{out}.whole"
    names = ["input_ids", "token_type_ids", "attention_mask"]
    torch.onnx.export(
        model,
        tuple(batch_of([([101, 2, 102, 3, 102], [0, 0, 0, 1, 1])])),
        whole,
        input_names=names,
        output_names=["odds"],
        dynamic_axes={name: {0: "pairs", 1: "tokens"} for name in names} | {"odds": {0: "pairs"}},
        opset_version=17,
        dynamo=False,
    )
    quantize_dynamic(whole, out, weight_type=QuantType.QInt8, per_channel=True)
    Path(whole).unlink()


if __name__ == "__main__":
    main(*sys.argv[1:])
