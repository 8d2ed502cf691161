"""One stage of training: examples of an epoch in, weights out, a checkpoint after each epoch from which it resumes."""
from __future__ import annotations

import json
import random
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor

from .batches import Batch, batch_of, in_batches
from .examples import Example
from .losses import loss_of, total
from .model import NewsModel


@dataclass(frozen=True)
class Stage:
    """`rate`: learning rate of the encoder; the new layers learn at `head_factor` times that. `pieces`: a batch's size."""

    name: str
    epochs: int
    rate: float
    head_factor: float = 5.0
    pieces: int = 2048
    warm_up: float = 0.06


def train(model: NewsModel, stage: Stage, epoch_examples: Callable[[int], list[Example]], work: Path, seed: int, log: Callable[[str], None],
          loss: Callable[[NewsModel, Batch], dict[str, Tensor]] = loss_of) -> None:
    """Trains in place. A finished epoch is never repeated: `work/<stage>.pt` holds weights and optimiser."""
    checkpoint = work / f'{stage.name}.pt'
    device = next(model.parameters()).device
    model.freeze_words()
    heads = [p for n, p in model.named_parameters() if n.split('.')[0] in ('entities', 'cues', 'token_roles', 'cue_roles', 'role_distance', 'shapes')]
    ours = {id(p) for p in heads}
    encoder = [p for p in model.parameters() if id(p) not in ours and p.requires_grad]
    optimiser = torch.optim.AdamW([{'params': encoder, 'lr': stage.rate}, {'params': heads, 'lr': stage.rate * stage.head_factor}], weight_decay=0.01)
    rates = [group['lr'] for group in optimiser.param_groups]
    start = 0
    if checkpoint.exists():
        saved = torch.load(checkpoint, map_location=device, weights_only=True)
        model.load_state_dict(saved['model'])
        optimiser.load_state_dict(saved['optimiser'])
        start = saved['epoch']
        log(f'{stage.name}: resumes after epoch {start}')
    model.train()
    for epoch in range(start, stage.epochs):
        chance = random.Random(f'{seed} {stage.name} {epoch}')
        torch.manual_seed(seed * 1000 + epoch)
        batches = in_batches(epoch_examples(epoch), stage.pieces, chance)
        sums: dict[str, float] = {}
        pieces, began = 0, time.monotonic()
        for place, examples in enumerate(batches):
            done = (epoch + place / len(batches)) / stage.epochs
            factor = min(done / stage.warm_up, (1 - done) / (1 - stage.warm_up)) if stage.warm_up else 1 - done
            for group, rate in zip(optimiser.param_groups, rates, strict=True):
                group['lr'] = rate * max(factor, 0.02)
            batch = batch_of(examples).to(device)
            losses = loss(model, batch)
            optimiser.zero_grad(set_to_none=True)
            total(losses).backward()
            torch.nn.utils.clip_grad_norm_(encoder + heads, 1.0)
            optimiser.step()
            pieces += int(batch.mask.sum())
            for name, value in losses.items():
                sums[name] = sums.get(name, 0.0) + value.item()
            if place % 50 == 49:
                seconds = time.monotonic() - began
                log(f'{stage.name} epoch {epoch + 1}/{stage.epochs} batch {place + 1}/{len(batches)}: {pieces / seconds:.0f} pieces/s '
                    + json.dumps({n: round(v / (place + 1), 4) for n, v in sums.items()}))
        temporary = checkpoint.with_suffix('.tmp')
        torch.save({'model': model.state_dict(), 'optimiser': optimiser.state_dict(), 'epoch': epoch + 1}, temporary)
        temporary.replace(checkpoint)
