"""Which passages an epoch sees: how often each corpus, which articles are held out, which passages get other names."""
from __future__ import annotations

import random
import zlib
from collections import defaultdict

from .augment import in_capitals, with_other_names
from .examples import Example, example, is_informative
from .passage import Passage
from .pieces import Encoder

#: Every twelfth marked article is held out: for calibration, and for the weights by which the two tiers are put together.
HELD_OUT = 12
#: Genres of EWT that read like news; e-mails, reviews and answers are seen less often.
_NEWS_GENRES = ('newsgroup', 'weblog')


def is_held_out(passage: Passage) -> bool:
    return passage.corpus == 'wikinews' and zlib.crc32(passage.document.encode()) % HELD_OUT == 0


#: Times an epoch that a passage of the corpus is seen. EWT's other genres count four tenths of it.
BROAD = {'wikinews': 2.0, 'uner-ewt': 1.0, 'gum': 0.8, 'wikigold': 1.0, 'crossner': 0.7, 're3d': 1.0, 'own': 1.0}
NEWS = {'wikinews': 1.0, 'uner-ewt': 0.15, 'gum': 0.15, 'wikigold': 0.25, 'crossner': 0.1, 're3d': 0.3, 'own': 2.0}
#: While a finished model teaches, any text is of use.
THIN = {'wikinews': 2.0, 'uner-ewt': 0.7, 'gum': 0.6, 'wikigold': 0.8, 'crossner': 0.5, 're3d': 0.8}


class Mixture:
    """
    Epochs drawn from passages.

    `share` is the part of the passages that is used at all (0 to 1); `other_names` the chance of a passage to get other
    names, 0 for none; `ready` are examples that come as they are, `ready_times` an epoch (the unmarked ones).
    """

    def __init__(self, passages: list[Passage], encoder: Encoder, times: dict[str, float], seed: int, other_names: float = 0.3,
                 share: float = 1.0, ready: tuple[Example, ...] = (), ready_times: float = 0.0) -> None:
        chance = random.Random(f'{seed} share')
        documents = sorted({(p.corpus, p.document) for p in passages})
        kept = {d for d in documents if chance.random() < share}
        self.passages = [p for p in passages if (p.corpus, p.document) in kept]
        self.encoder, self.times, self.seed, self.other_names = encoder, times, seed, other_names
        self.ready, self.ready_times = ready, ready_times
        names: dict[str, dict[str, None]] = defaultdict(dict)
        for passage in self.passages:
            for mark in passage.marks:
                if len(mark.types) == 1:
                    names[next(iter(mark.types))][passage.text[mark.start:mark.end]] = None
        self.pool = {kind: tuple(found) for kind, found in names.items()}

    def epoch(self, number: int) -> list[Example]:
        chance = random.Random(f'{self.seed} epoch {number}')
        drawn: list[Example] = []
        for passage in self.passages:
            times = self.times.get(passage.corpus, 0.0)
            if passage.corpus == 'uner-ewt' and not passage.document.startswith(_NEWS_GENRES):
                times *= 0.4
            for copy in range(int(times) + (chance.random() < times % 1)):
                made = passage
                # The first copy of an article marked for us stays as it is.
                if chance.random() < (self.other_names if copy == 0 else 2 * self.other_names):
                    made = with_other_names(passage, chance, self.pool)
                if chance.random() < 0.02:
                    made = in_capitals(made)
                drawn.append(example(made, self.encoder))
        informative = [made for made in drawn if is_informative(made)]
        return informative + [made for made in self.ready if chance.random() < self.ready_times]

