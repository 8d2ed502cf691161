"""From passages to losses and back from scores to mentions and claims."""
import random
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch

from annotator_training.__main__ import base_model, mean_of
from annotator_training.augment import in_capitals, with_other_names
from annotator_training.batches import batch_of, in_batches
from annotator_training.decode import Scores, claims, log_softmax, mentions, viterbi
from annotator_training.examples import CUE_BEGIN, example
from annotator_training.labels import LABELS, OUTSIDE, begin, inside, transitions
from annotator_training.losses import entity_loss
from annotator_training.model import DISTANCE_BUCKETS, NewsModel, bucket
from annotator_training.passage import Claim, Mark, Passage, detokenised
from annotator_training.pieces import CAPITALS, DIGITS, LOWER, MAX_PIECES, MIXED, ONE_CAPITAL, PUNCTUATION, TITLE, Encoder, shape
from annotator_training.self_labels import kept, self_labelled

TEXT = 'Ana Tervo said “rain is near” in Riga on Monday.'


@pytest.fixture(scope='session')
def encoder() -> Encoder:
    return Encoder(str(base_model() / 'tokenizer.json'))


def passage(complete: frozenset[str] = frozenset()) -> Passage:
    def span(words: str) -> tuple[int, int]:
        return TEXT.index(words), TEXT.index(words) + len(words)
    return Passage('own', 'd', TEXT, (Mark(*span('Ana Tervo'), frozenset(('PERSON',))), Mark(*span('Riga'), frozenset(('GPE', 'LOC')))), complete,
                   claims=(Claim((span('Ana Tervo'),), span('said'), (span('“rain is near”'),)),))


@pytest.mark.parametrize(('word', 'expected'), [
    ('near', LOWER), ('Riga', TITLE), ('NATO', CAPITALS), ('McKeld', MIXED), ('2025', DIGITS), ('B52', MIXED), ('.', PUNCTUATION), ('A', ONE_CAPITAL), ('Ёлка', TITLE)])
def test_shapes(word: str, expected: int) -> None:
    assert shape(word) == expected


def test_words_stand_where_they_stand_in_the_text(encoder: Encoder) -> None:
    text = '😀 Café-owner Zoë’s\u00a0naïve plan: 3.5% 北京'
    pieces = encoder.encode(text)
    assert [text[s:e] for s, e in pieces.words] == ['😀', 'Café', '-', 'owner', 'Zoë', '’', 's', 'naïve', 'plan', ':', '3', '.', '5', '%', '北', '京']
    assert len(pieces.first) == len(pieces.words)


def test_a_long_text_is_cut_at_a_word(encoder: Encoder) -> None:
    pieces = encoder.encode('Zaporizhzhia ' * 200)
    assert len(pieces.ids) <= MAX_PIECES


def test_allowed_labels(encoder: Encoder) -> None:
    made = example(passage(frozenset(('PERSON', 'GPE', 'LOC'))), encoder)
    words = [TEXT[s:e] for s, e in made.pieces.words]
    def labels(word: str) -> set[str]:
        return {LABELS[i] for i in np.flatnonzero(made.allowed[words.index(word)])}
    assert labels('Ana') == {'B-PERSON'}
    assert labels('Tervo') == {'I-PERSON'}
    assert labels('Riga') == {'B-GPE', 'B-LOC'}
    assert 'B-DATE' in labels('Monday') and 'O' in labels('Monday') and 'B-PERSON' not in labels('Monday')


def test_claims_become_cue_tags_and_roles(encoder: Encoder) -> None:
    made = example(passage(), encoder)
    words = [TEXT[s:e] for s, e in made.pieces.words]
    assert made.cues is not None and made.cues[words.index('said')] == CUE_BEGIN
    (cue, roles), = made.claims
    assert words[cue] == 'said'
    assert [w for w, r in zip(words, roles[:, 0], strict=True) if r] == ['Ana', 'Tervo']
    assert [w for w, r in zip(words, roles[:, 1], strict=True) if r] == ['“', 'rain', 'is', 'near', '”']


def test_a_set_of_labels_costs_nothing_where_the_model_is_in_it() -> None:
    scores = torch.full((1, 1, len(LABELS)), -20.0)
    scores[0, 0, begin('GPE')] = 20
    allowed = torch.zeros_like(scores, dtype=torch.bool)
    allowed[0, 0, [begin('GPE'), begin('LOC')]] = True
    words = torch.ones(1, 1, dtype=torch.bool)
    assert entity_loss(scores, allowed, words).item() == pytest.approx(0, abs=1e-4)
    assert entity_loss(scores, ~allowed, words).item() > 30


def test_viterbi_never_continues_what_has_not_begun() -> None:
    scores = np.full((2, len(LABELS)), -9.0)
    scores[0, OUTSIDE] = 0
    scores[1, inside('ORG')] = 0
    scores[1, begin('ORG')] = -1
    path = viterbi(scores, np.array([-1e9 if label.startswith("I-") else 0 for label in LABELS]), np.where(transitions(), 0, -1e9))
    assert path == [OUTSIDE, begin('ORG')]


def test_mentions_and_claims_are_read_from_scores(encoder: Encoder) -> None:
    pieces = encoder.encode(TEXT)
    words = [TEXT[s:e] for s, e in pieces.words]
    entities = np.full((len(words), len(LABELS)), -5.0)
    entities[:, OUTSIDE] = 5
    entities[0, begin('PERSON')] = entities[1, inside('PERSON')] = 9
    cues = np.tile([5.0, -5.0, -5.0], (len(words), 1))
    cues[words.index('said')] = [-5, 5, -5]
    tokens, cue = np.zeros((len(words), 128)), np.zeros((len(words), 128))
    cue[:, :] = 1
    tokens[:, :] = -1
    tokens[:2, :64] = 1
    tokens[words.index('rain'):words.index('near') + 1, 64:] = 1
    scores = Scores(pieces, log_softmax(entities), log_softmax(cues), tokens, cue)
    assert [(a, b, k) for a, b, k, _ in mentions(scores)] == [(0, 2, 'PERSON')]
    found, = claims(scores, np.zeros((2, len(DISTANCE_BUCKETS) + 1)))
    assert (found.cue, found.source) == ((2, 3), [(0, 2)])
    assert found.content == [(words.index('rain'), words.index('near') + 1)]


def test_distance_buckets_are_in_order() -> None:
    assert list(bucket(np.array([-1000, -1, 0, 1, 1000]))) == [0, 8, 9, 10, len(DISTANCE_BUCKETS)]


def test_other_names_keep_marks_and_claims_in_place() -> None:
    for seed in range(30):
        made = with_other_names(passage(), random.Random(seed), {})
        assert made.text.endswith(' on Monday.') and ' said “rain is near” in ' in made.text
        claim, = made.claims or ()
        assert made.text[slice(*claim.cue)] == 'said'
        assert made.text[slice(*claim.content[0])] == '“rain is near”'
        person = made.marks[0]
        assert claim.source == ((person.start, person.end),)
        assert made.text[:person.end] + ' said' == made.text[:person.end + 5]


def test_capitals_are_left_alone_where_they_would_move_the_text() -> None:
    assert in_capitals(passage()).text == TEXT.upper()
    straight = Passage('own', 'd', 'Straße')
    assert in_capitals(straight) is straight


def test_batches_hold_every_example_once(encoder: Encoder) -> None:
    made = [example(Passage('own', 'd', 'word ' * n), encoder) for n in (1, 50, 3, 20, 7)]
    batches = in_batches(made, 64, random.Random(1))
    assert sorted(len(e.pieces.ids) for b in batches for e in b) == sorted(len(e.pieces.ids) for e in made)
    batch = batch_of(made)
    assert batch.mask.sum(1).tolist() == [len(e.pieces.ids) for e in made]


def test_padding_changes_no_score(encoder: Encoder) -> None:
    torch.manual_seed(0)
    model = NewsModel().eval()
    short, long = (example(Passage('own', 'd', text), encoder) for text in (TEXT, TEXT * 3))
    together, alone = batch_of([short, long]), batch_of([short])
    with torch.inference_mode():
        padded = model(together.ids, together.shapes, together.mask)[0][0, :len(short.pieces.ids)]
        bare = model(alone.ids, alone.shapes)[0][0]
    assert torch.allclose(padded, bare, atol=1e-4)


def test_self_labels_say_nothing_where_the_model_is_unsure(encoder: Encoder) -> None:
    torch.manual_seed(0)
    labelled, = self_labelled(NewsModel().eval(), encoder, [Passage('unmarked', 'd', TEXT)], lambda _: None)
    assert labelled.allowed.all()


def test_self_labels_are_kept(encoder: Encoder, tmp_path: Path) -> None:
    passages = [Passage('unmarked', 'd', text) for text in (TEXT, '', 'Riga')]
    made = tuple(replace(example(p, encoder), cues=None, claims=()) for p in passages)
    made[2].allowed[0, OUTSIDE] = False
    file = tmp_path / 'self-labels.npz'
    assert kept(file, encoder, passages, lambda: made) is made
    again = kept(file, encoder, passages, lambda: pytest.fail('made twice'))
    assert [m.allowed.tolist() for m in again] == [m.allowed.tolist() for m in made]
    assert [m.pieces.words for m in again] == [m.pieces.words for m in made]
    with pytest.raises(ValueError, match='other passages'):
        kept(file, encoder, passages[:1], lambda: made)


def test_detokenised_quotes() -> None:
    assert detokenised(['She', 'said', '``', 'no', "''", 'twice', '.']).text == 'She said "no" twice.'


def test_the_mean_of_weights() -> None:
    mean = mean_of([{'a': torch.tensor([1.0, 3.0])}, {'a': torch.tensor([3.0, 3.0])}])
    assert mean['a'].tolist() == [2, 3]
