"""The losses. Entities are learnt from sets of labels: a corpus that marks fewer types says less, and nothing wrong."""
from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional as F

from .batches import NO_CUE, Batch
from .examples import ROLES
from .model import ROLE_WIDTH, NewsModel, Outputs


def at_words(values: Tensor, first: Tensor) -> Tensor:
    """Rows of `values` (batch × pieces × n) at the first pieces of words (batch × words)."""
    return values.gather(1, first.unsqueeze(-1).expand(-1, -1, values.shape[-1]))


def entity_loss(scores: Tensor, allowed: Tensor, words: Tensor) -> Tensor:
    """Mean over words of −log of the summed probability of the labels that a word may have."""
    may = scores.masked_fill(~allowed, -1e4).logsumexp(-1)
    return ((scores.logsumexp(-1) - may) * words).sum() / words.sum().clamp(min=1)


def role_scores(token_roles: Tensor, cue_roles: Tensor, batch: Batch, distance: Tensor) -> Tensor:
    """Scores (claims × words × 2) of each word of its passage for each role of each claim."""
    tokens = at_words(token_roles, batch.first)[batch.claim_row].unflatten(-1, (len(ROLES), ROLE_WIDTH))
    cues = at_words(cue_roles, batch.first)[batch.claim_row, batch.claim_cue].unflatten(-1, (len(ROLES), ROLE_WIDTH))
    return (tokens * cues.unsqueeze(1)).sum(-1) / ROLE_WIDTH ** 0.5 + distance.T[batch.claim_distance]


def loss_of(model: NewsModel, batch: Batch) -> dict[str, Tensor]:
    return marked_losses(model(batch.ids, batch.shapes, batch.mask), model.role_distance, batch)


def marked_losses(outputs: Outputs, role_distance: Tensor, batch: Batch) -> dict[str, Tensor]:
    """How far the model's `outputs` for the batch are from what is marked in it."""
    entities, cues, token_roles, cue_roles = outputs
    losses = {'entities': entity_loss(at_words(entities, batch.first), batch.allowed, batch.words)}
    if (batch.cues != NO_CUE).any():
        losses['cues'] = F.cross_entropy(at_words(cues, batch.first).transpose(1, 2), batch.cues, ignore_index=NO_CUE)
    if len(batch.claim_row):
        scores = role_scores(token_roles, cue_roles, batch, role_distance)
        counted = batch.words[batch.claim_row].unsqueeze(-1).expand_as(scores)
        losses['roles'] = F.binary_cross_entropy_with_logits(scores[counted], batch.claim_roles[counted].float())
    return losses


def total(losses: dict[str, Tensor]) -> Tensor:
    return torch.stack(list(losses.values())).sum()
