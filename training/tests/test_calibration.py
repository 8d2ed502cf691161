import pytest

from annotator_training.calibration import expected_error, trimmed


def test_confidence_that_holds_costs_nothing() -> None:
    assert expected_error([(0.75, True)] * 3 + [(0.75, False)]) == pytest.approx(0)


def test_overconfidence_costs_its_size() -> None:
    assert expected_error([(0.95, True), (0.95, False)]) == pytest.approx(0.45)


def test_spans_are_compared_without_the_and_possessives() -> None:
    text = '😀 The Hague’s port'
    assert trimmed(text, 3, 14) == (7, 12)
