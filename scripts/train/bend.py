"""Bends the pictures of a batch, each in its own way, as no two characters of one hand are the same."""

import torch
import torch.nn.functional as F


def bend(pixels, places, is_sign, random):
    """Turns, slants, stretches, shifts and warps every picture; makes some strokes thicker or thinner.

    Where the ink stands is kept back at times, so that letters are told by their shape; a sign needs its place.
    """
    count = pixels.shape[0]

    def spread(reach):
        return (torch.rand(count, generator=random) * 2 - 1) * reach

    turn, slant = spread(0.2), spread(0.22)
    wide, high = 1 + spread(0.13), 1 + spread(0.13)
    affine = torch.stack(
        [
            torch.stack([torch.cos(turn) * wide, (slant - torch.sin(turn)) * wide, spread(0.1)], 1),
            torch.stack([torch.sin(turn) * high, torch.cos(turn) * high, spread(0.1)], 1),
        ],
        1,
    )
    grid = F.affine_grid(affine, list(pixels.shape), align_corners=False)
    warp = torch.randn(count, 2, 5, 5, generator=random) * 0.045
    grid = grid + F.interpolate(warp, size=pixels.shape[-2:], mode="bilinear", align_corners=True).permute(0, 2, 3, 1)
    bent = F.grid_sample(pixels, grid, align_corners=False)
    thick = torch.rand(count, generator=random)
    bolder = thick < 0.08
    finer = (thick > 0.08) & (thick < 0.14)
    bent[bolder] = F.max_pool2d(bent[bolder], 2, stride=1, padding=1)[:, :, :28, :28]
    bent[finer] = -F.max_pool2d(-bent[finer], 2, stride=1, padding=1)[:, :, :28, :28]
    bent = (bent * (1 + spread(0.25)).reshape(-1, 1, 1, 1)).clamp(0, 1)
    is_told = ((torch.rand(count, 1, generator=random) > 0.25) | is_sign.reshape(-1, 1)).float()
    moved = places + spread(0.04).reshape(-1, 1) + torch.randn(count, 4, generator=random) * 0.015
    return bent, moved.clamp(0, 1) * is_told
