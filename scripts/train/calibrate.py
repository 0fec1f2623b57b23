"""How far the scores may be trusted: one temperature for each alphabet, measured on cells that were never learnt."""

import torch
import torch.nn.functional as F

from net import ALPHABETS, CLASSES, alphabet_masks

SURE = 0.9


def measure(scores, labels, kinds):
    """For each alphabet: right answers, the temperature, and how many wrong ones would pass as sure."""
    report = {}
    blank = {CLASSES.index("empty"), CLASSES.index("struck")}
    for (name, members), mask in zip(ALPHABETS.items(), alphabet_masks()):
        inside = torch.tensor([place in blank or CLASSES[place] in members for place in range(len(CLASSES))])
        chosen = inside[labels]
        own, truth = scores[chosen] + mask, labels[chosen]
        temperature = best_temperature(own, truth)
        confidence, answer = F.softmax(own / temperature, dim=1).max(dim=1)
        wrong = answer != truth
        character = torch.tensor([int(label) not in blank for label in truth])
        report[name] = {
            "n": len(truth),
            "right": round(1 - wrong[character].float().mean().item(), 5),
            "struck_right": round(1 - wrong[truth == CLASSES.index("struck")].float().mean().item(), 4),
            "temperature": temperature,
            "flagged": round((confidence < SURE).float().mean().item(), 5),
            "sure_and_wrong": int((wrong & (confidence >= SURE) & character).sum()),
            "sure": int(((confidence >= SURE) & character).sum()),
        }
    return report


def best_temperature(scores, labels):
    """The temperature under which the true answers are likeliest; never below 1, so that nothing is made surer."""
    candidates = [round(1 + 0.05 * step, 2) for step in range(41)]
    return min(candidates, key=lambda value: F.cross_entropy(scores / value, labels).item())
