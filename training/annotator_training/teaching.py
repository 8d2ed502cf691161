"""What a finished model teaches another one of the same width: its probabilities of every word, and what its layers make of it."""
from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional as F

from .batches import Batch
from .losses import at_words, marked_losses
from .model import NewsModel

#: By this both scores are divided: more than 1 shows also what the teacher nearly said.
TEMPERATURE = 1.5


def taught_loss_of(model: NewsModel, batch: Batch, teacher: NewsModel) -> dict[str, Tensor]:
    """How far `model` is from what is marked in the batch, and from its teacher."""
    with torch.no_grad():
        theirs = teacher.states(batch.ids, batch.shapes, batch.mask)
        taught = teacher.read_off(theirs[-1])
    ours = model.states(batch.ids, batch.shapes, batch.mask)
    said = model.read_off(ours[-1])
    return {
        **marked_losses(said, model.role_distance, batch),
        'taught entities': _divergence(said[0], taught[0], batch),
        'taught cues': _divergence(said[1], taught[1], batch),
        # By words: what the pieces behind the first come to is of no use to anybody.
        'taught roles': sum((_distance(at_words(said[i], batch.first)[batch.words], at_words(taught[i], batch.first)[batch.words]) for i in (2, 3)), torch.zeros(())),
        'taught states': torch.stack([_distance(a[batch.mask], b[batch.mask]) for a, b in zip(ours, theirs, strict=True)]).mean(),
    }


def _divergence(said: Tensor, taught: Tensor, batch: Batch) -> Tensor:
    """Mean over words of the Kullback–Leibler divergence from the teacher."""
    said, taught = (at_words(x, batch.first)[batch.words] / TEMPERATURE for x in (said, taught))
    return F.kl_div(said.log_softmax(-1), taught.log_softmax(-1), log_target=True, reduction='batchmean') * TEMPERATURE ** 2


def _distance(ours: Tensor, theirs: Tensor) -> Tensor:
    """Mean squared distance, as a part of the mean square of theirs."""
    return F.mse_loss(ours, theirs) / theirs.square().mean()
