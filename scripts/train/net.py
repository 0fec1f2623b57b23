"""The model of characters: a small convolutional net over one cell's input."""

import torch
from torch import nn

SIDE = 28
CLASSES = [*"0123456789", *"ABCDEFGHIJKLMNOPQRSTUVWXYZ", "@", ".", "-", "_", "+", "'", "empty", "struck"]
ALPHABETS = {
    "digits": set("0123456789"),
    "letters": set("ABCDEFGHIJKLMNOPQRSTUVWXYZ-'"),
    "email": set("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ@.-_+"),
}


def alphabet_masks():
    """For each alphabet what is added to the scores: 0 for its own classes and for no character, far below for others."""
    masks = torch.full((len(ALPHABETS), len(CLASSES)), -1e4)
    for row, members in enumerate(ALPHABETS.values()):
        for place, name in enumerate(CLASSES):
            if name in members or name in ("empty", "struck"):
                masks[row, place] = 0.0
    return masks


class CharacterNet(nn.Module):
    """Gives one score for each class from 28 x 28 pixels and the four places of the ink."""

    def __init__(self):
        super().__init__()
        self.strokes = nn.Sequential(
            nn.Conv2d(1, 20, 3, padding=1, bias=False), nn.BatchNorm2d(20), nn.ReLU(), nn.MaxPool2d(2),
            nn.Conv2d(20, 40, 3, padding=1, bias=False), nn.BatchNorm2d(40), nn.ReLU(), nn.MaxPool2d(2),
            nn.Conv2d(40, 80, 3, padding=1, bias=False), nn.BatchNorm2d(80), nn.ReLU(),
            nn.Conv2d(80, 80, 3, padding=1, bias=False), nn.BatchNorm2d(80), nn.ReLU(), nn.MaxPool2d(2),
            nn.Flatten(),
        )
        self.places = nn.Sequential(nn.Linear(4, 16), nn.ReLU())
        self.join = nn.Sequential(nn.Linear(80 * 9 + 16, 128), nn.ReLU(), nn.Dropout(0.25), nn.Linear(128, len(CLASSES)))

    def forward(self, pixels, places):
        return self.join(torch.cat([self.strokes(pixels), self.places(places)], dim=1))


class ShippedNet(nn.Module):
    """The net as the app calls it: bytes in, scores out."""

    def __init__(self, net):
        super().__init__()
        self.net = net

    def forward(self, cells):
        values = cells.float() / 255.0
        return self.net(values[:, : SIDE * SIDE].reshape(-1, 1, SIDE, SIDE), values[:, SIDE * SIDE :])
