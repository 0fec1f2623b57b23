"""Trains the model of characters on the cells that make-cells.ts drew; see resources/models/characters-1.md.

    python3 scripts/train/train.py --steps 4000
"""

import argparse
import copy
import glob
import json
import math
import re
import time

import numpy as np
import torch
import torch.nn.functional as F

from bend import bend
from net import ALPHABETS, CLASSES, SIDE, CharacterNet, ShippedNet, alphabet_masks

ROW = 2 + SIDE * SIDE + 4
HELD_EVERY = 12
RAW = 3
# Less ink than this is the rest of a letter or digit that nobody can read.
LEAST_INK = 16 * 255
BATCH = 192


def load(folder):
    """The cells of all parts, those of the held-out parts apart. What did not survive the copier is not learnt."""
    kept, held = [], []
    for path in sorted(glob.glob(f"{folder}/part-*.bin")):
        part = int(re.search(r"part-(\d+)", path).group(1))
        rows = np.fromfile(path, dtype=np.uint8).reshape(-1, ROW)
        (held if part % HELD_EVERY == HELD_EVERY - 1 else kept).append(rows)
    both = []
    for parts in (kept, held):
        rows = np.concatenate(parts)
        ink = rows[:, 2 : 2 + SIDE * SIDE].sum(axis=1, dtype=np.int64)
        is_rest = (rows[:, 0] <= CLASSES.index("@")) & (ink < LEAST_INK)
        rows[ink == 0, 0] = CLASSES.index("empty")
        both.append(torch.from_numpy(rows[~is_rest]))
    return both


def alphabet_odds():
    """How often a class is learnt within each alphabet: a digit mostly among digits, a letter mostly among letters."""
    odds = torch.zeros(len(CLASSES), len(ALPHABETS))
    for place, name in enumerate(CLASSES):
        if name.isdigit():
            odds[place] = torch.tensor([0.65, 0.0, 0.35])
        elif name in ("empty", "struck"):
            odds[place] = torch.tensor([0.34, 0.33, 0.33])
        else:
            inside = [float(name in members) for members in ALPHABETS.values()]
            odds[place] = torch.tensor([inside[0], inside[1] * 1.6, inside[2]])
    return odds


def inputs(rows):
    values = rows[:, 2:].float() / 255.0
    places = values[:, SIDE * SIDE :] * (rows[:, 1:2] != RAW).float()
    return values[:, : SIDE * SIDE].reshape(-1, 1, SIDE, SIDE), places


def train(kept, held, steps, stop, seed, out):
    torch.manual_seed(seed)
    random = torch.Generator().manual_seed(seed)
    net = CharacterNet()
    mean = copy.deepcopy(net).eval()
    print(f"{sum(p.numel() for p in net.parameters())} parameters, {len(kept)} cells, {len(held)} held out", flush=True)
    masks, odds = alphabet_masks(), alphabet_odds()
    optimizer = torch.optim.AdamW(net.parameters(), lr=1e-3, weight_decay=0.01)
    rate = lambda step: min(1, (step + 1) / 200) * (0.01 + 0.99 * 0.5 * (1 + math.cos(math.pi * step / steps)))
    order = torch.randperm(len(kept), generator=random)
    started, at, total = time.time(), 0, 0.0
    for step in range(min(steps, stop)):
        if at + BATCH > len(order):
            order, at = torch.randperm(len(kept), generator=random), 0
        rows = kept[order[at : at + BATCH]]
        at += BATCH
        labels = rows[:, 0].long()
        pixels, places = bend(*inputs(rows), labels >= CLASSES.index("@"), random)
        for group in optimizer.param_groups:
            group["lr"] = 3e-3 * rate(step)
        alphabet = torch.multinomial(odds[labels], 1, generator=random).squeeze(1)
        loss = F.cross_entropy(net.train()(pixels, places) + masks[alphabet], labels)
        optimizer.zero_grad(set_to_none=True)
        loss.backward()
        optimizer.step()
        follow(mean, net, min(0.999, (step + 1) / (step + 10)))
        total += loss.item()
        if (step + 1) % 250 == 0:
            print(f"step {step + 1} loss {total / 250:.4f} {time.time() - started:.0f} s", flush=True)
            total = 0.0
        if (step + 1) % 1000 == 0 or step + 1 in (steps, stop):
            save(mean, held, out)
    return mean


def follow(mean, net, keep):
    """The shipped weights are the running mean of the trained ones: it errs less than any single step's."""
    with torch.no_grad():
        for slow, fast in zip(mean.parameters(), net.parameters()):
            slow.mul_(keep).add_(fast, alpha=1 - keep)
        for slow, fast in zip(mean.buffers(), net.buffers()):
            slow.copy_(fast)


def save(net, held, out):
    """Writes the model and its card beside it; calibrate.ts then measures how far its scores may be trusted."""
    with torch.no_grad():
        scores = torch.cat([net(*inputs(rows)) for rows in held.split(1024)])
    labels = held[:, 0].long()
    for row, name in enumerate(ALPHABETS):
        chosen = alphabet_odds()[labels][:, row] > 0
        right = (scores[chosen] + alphabet_masks()[row]).argmax(dim=1) == labels[chosen]
        print(f"held out, {name}: {right.float().mean():.4f} of {len(right)}", flush=True)
    sample = torch.zeros(2, ROW - 2, dtype=torch.uint8)
    torch.onnx.export(
        ShippedNet(net).eval(), sample, f"{out}.onnx", opset_version=13, input_names=["cells"], output_names=["scores"],
        dynamic_axes={"cells": {0: "count"}, "scores": {0: "count"}},
    )
    with open(f"{out}.json", "w") as card:
        json.dump({"name": out.split("/")[-1], "classes": CLASSES, "temperature": {name: 1.0 for name in ALPHABETS}}, card)
        card.write("\n")


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--cache", default="scripts/train/cache")
    parser.add_argument("--steps", type=int, default=4000)
    parser.add_argument("--stop", type=int, default=10**9, help="ends after so many of the steps, the learning rate not yet at its lowest")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--out", default="resources/models/characters-1")
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    train(*load(options.cache), options.steps, options.stop, options.seed, options.out)
