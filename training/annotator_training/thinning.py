"""
A finished model → one with narrower feed-forward parts, which take two thirds of its time. Of each layer the inner numbers that
matter most for its output are kept, and the way back from them is fitted to give what all of them gave. What is lost is taught
by the finished model (`teaching.py`).
"""
from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from .batches import Batch
from .model import LAYERS, NewsModel

#: Added to the diagonal before fitting, as a part of its mean.
_RIDGE = 1e-3


@torch.no_grad()
def thinned(model: NewsModel, inner: int, batches: list[Batch]) -> NewsModel:
    """`batches`: what the importance of the numbers is measured on; some ten thousand pieces."""
    model.eval()
    # Nothing is dropped at random: what is taught is to be matched.
    thin = NewsModel(0.0, inner)
    thin.load_state_dict({name: value for name, value in model.state_dict().items() if '.widen.' not in name and '.narrow.' not in name}, strict=False)
    products = _products(model, batches)
    for layer, made, product in zip(model.layers, thin.layers, products, strict=True):
        kept = _most_needed(product, layer.narrow.weight, inner)
        made.widen.weight.copy_(layer.widen.weight[kept])
        made.widen.bias.copy_(layer.widen.bias[kept])
        _fit(made.narrow, layer.narrow, product, kept)
    return thin


def _products(model: NewsModel, batches: list[Batch]) -> list[Tensor]:
    """Of each layer, the mean product of each inner number with each other one, and with 1 in the last row and column."""
    sums = [torch.zeros(model.inner + 1, model.inner + 1, dtype=torch.float64) for _ in range(LAYERS)]
    count = 0

    def listen(place: int, mask: Tensor):
        def hook(_: nn.Module, __: tuple[Tensor, ...], output: Tensor) -> None:
            activated = F.gelu(output)[mask]
            activated = torch.cat([activated, activated.new_ones(len(activated), 1)], 1)
            sums[place] += (activated.T @ activated).double()
        return hook

    for batch in batches:
        handles = [layer.widen.register_forward_hook(listen(place, batch.mask)) for place, layer in enumerate(model.layers)]
        model(batch.ids, batch.shapes, batch.mask)
        count += int(batch.mask.sum())
        for handle in handles:
            handle.remove()
    return [total / count for total in sums]


def _most_needed(product: Tensor, back: Tensor, inner: int) -> Tensor:
    """Those without which the output would be changed most: by their variance, times how much of it goes on."""
    mean = product[-1, :-1]
    weight = (product.diagonal()[:-1] - mean ** 2).clamp(min=0).sqrt() * back.norm(dim=0).double()
    return weight.topk(inner).indices.sort().values


def _fit(made: nn.Linear, whole: nn.Linear, product: Tensor, kept: Tensor) -> None:
    """Least squares: from the kept numbers, and 1, to what all of them gave."""
    with_one = torch.cat([kept, torch.tensor([len(product) - 1])])
    own = product[with_one][:, with_one]
    own = own + torch.eye(len(own), dtype=own.dtype) * _RIDGE * own.diagonal().mean()
    everything = torch.cat([whole.weight, whole.bias[:, None]], 1).double()
    found = torch.linalg.solve(own, product[with_one] @ everything.T).T
    made.weight.copy_(found[:, :-1])
    made.bias.copy_(found[:, -1])
