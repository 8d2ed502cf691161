"""The rows of the ablation: what each takes from a finished training, and what it leaves out."""
import os
from pathlib import Path

import pytest

from annotator_training.__main__ import INGREDIENTS
from annotator_training.ablation import COLUMNS, ROWS, cell, take


def test_each_row_leaves_out_one_ingredient_that_there_is() -> None:
    left_out = [name for title, row in ROWS.items() for name in row.without if name != 'thinning' and title.startswith('short')]
    assert [name for name, row in ROWS.items() if 'thinning' not in row.without] == ['as shipped: the mean of two news runs of four epochs, thinned']
    assert len(left_out) == len(set(left_out)) == 7
    assert set(left_out) <= set(INGREDIENTS)
    assert len(ROWS) >= 8 and len({column[0] for column in COLUMNS}) == len(COLUMNS)


def test_rows_share_the_broad_stage_but_the_one_without(tmp_path: Path) -> None:
    start = tmp_path / 'work'
    start.mkdir()
    for name in ('broad.pt', 'self-labels.npz', 'news.pt', 'news-2.pt', 'thin.pt', 'thin-2.pt'):
        (start / name).write_text(name, encoding='ascii')
    for name, row in ROWS.items():
        folder = tmp_path / name.replace(':', '')
        take(row, start, folder)
        take(row, start, folder)
        assert (folder / 'broad.pt').exists() == (name != 'short, no broad stage')
    assert (tmp_path / 'the second of them' / 'news.pt').read_text(encoding='ascii') == 'news-2.pt'
    assert sorted(os.listdir(start)) == ['broad.pt', 'news-2.pt', 'news.pt', 'self-labels.npz', 'thin-2.pt', 'thin.pt']


def test_without_a_finished_training_there_is_a_clear_word(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match='run `train` first'):
        take(ROWS['no news stage'], tmp_path, tmp_path / 'row')


def test_a_cell_tells_how_far_seeds_are_apart() -> None:
    assert cell((81.25,)) == '81.2'
    assert cell((81.0, 82.0, 80.0)) == '81.0 (80.0–82.0)'
