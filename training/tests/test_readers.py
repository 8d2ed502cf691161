"""Readers, on small invented samples in each corpus's form."""
import json
from pathlib import Path

import pytest

from annotator_training.corpora import check_is_for_training, read_all
from annotator_training.corpora.conll import read_crossner, read_own, read_uner, read_wikigold
from annotator_training.corpora.gum import read as read_gum
from annotator_training.corpora.re3d import read as read_re3d
from annotator_training.corpora.wikinews import read_marked, read_unmarked
from annotator_training.passage import Passage


def names(passage: Passage) -> list[tuple[str, str]]:
    return [(passage.text[m.start:m.end], '|'.join(sorted(m.types))) for m in passage.marks]


def test_wikinews_gives_paragraphs_with_code_point_offsets(tmp_path: Path) -> None:
    text = '😀 Ana Tervo spoke.\n\nShe said “rain is near” in Riga.'
    def span(words: str) -> list[int]:
        start = len(text[:text.index(words)].encode('utf-16-le')) // 2
        return [start, start + len(words)]
    article = {
        'id': 'a', 'text': text,
        'entities': [{'start': span('Ana Tervo')[0], 'end': span('Ana Tervo')[1], 'type': 'PERSON'}, {'start': span('Riga')[0], 'end': span('Riga')[1], 'type': 'GPE|ORG'}],
        'claims': [{'source': [span('She')], 'cue': [span('said')], 'content': [span('“rain is near”')]}],
    }
    file = tmp_path / 'marked.jsonl'
    file.write_text(json.dumps(article), encoding='utf-8')
    first, second = read_marked(file)
    assert names(first) == [('Ana Tervo', 'PERSON')]
    assert names(second) == [('Riga', 'GPE|ORG')]
    claim, = second.claims or ()
    assert [second.text[s:e] for s, e in (*claim.source, claim.cue, *claim.content)] == ['She', 'said', '“rain is near”']


def test_wikinews_names_file_and_line_of_what_is_broken(tmp_path: Path) -> None:
    file = tmp_path / 'marked.jsonl'
    file.write_text('{"id": "a"}\n', encoding='utf-8')
    with pytest.raises(ValueError, match=r'marked\.jsonl:1'):
        list(read_marked(file))


def test_wikinews_without_marks(tmp_path: Path) -> None:
    file = tmp_path / 'unmarked.jsonl'
    file.write_text(json.dumps({'id': 'b', 'text': 'One.\n\nTwo.'}), encoding='utf-8')
    assert [p.text for p in read_unmarked(file)] == ['One.', 'Two.']


def test_uner_cuts_titles_and_reads_the_sentence_as_it_was_written(tmp_path: Path) -> None:
    (tmp_path / 'x-train.iob2').write_text(
        '# newdoc id = weblog-1\n# sent_id = 1\n# text = Sheikh Omar al-Badr saw Riga.\n'
        '1\tSheikh\tB-PER\t-\tn\n2\tOmar\tI-PER\t-\tn\n3\tal\tI-PER\t-\tn\n4\t-\tI-PER\t-\tn\n5\tBadr\tI-PER\t-\tn\n6\tsaw\tO\n7\tRiga\tB-LOC\t-\tn\n8\t.\tB-O\t-\tn\n',
        encoding='utf-8')
    passage, = read_uner(tmp_path)
    assert passage.text == 'Sheikh Omar al-Badr saw Riga.'
    assert names(passage) == [('Omar al-Badr', 'PERSON'), ('Riga', 'GPE')]
    assert 'DATE' not in passage.complete and 'PERSON' in passage.complete


def test_uner_test_split_trains_nothing(tmp_path: Path) -> None:
    (tmp_path / 'x-test.iob2').write_text('1\tRiga\tB-LOC\n', encoding='utf-8')
    assert list(read_uner(tmp_path)) == []


def test_wikigold_puts_spaces_where_english_does(tmp_path: Path) -> None:
    file = tmp_path / 'wikigold.conll.txt'
    file.write_text('Keld I-ORG\nFerries I-ORG\n( O\nRiga I-LOC\n) O\nsang O\n" O\nAway I-MISC\n" O\n. O\n', encoding='utf-8')
    passage, = read_wikigold(file)
    assert passage.text == 'Keld Ferries (Riga) sang "Away".'
    assert names(passage) == [('Keld Ferries', 'ORG'), ('Riga', 'GPE'), ('Away', 'EVENT|LANGUAGE|LAW|NORP|PRODUCT|WORK_OF_ART')]


def test_crossner_types(tmp_path: Path) -> None:
    (tmp_path / 'train.txt').write_text('Ana\tB-politician\nTervo\tI-politician\nled\tO\nLake\tB-location\nOdo\tI-location\n', encoding='utf-8')
    passage, = read_crossner(tmp_path)
    assert names(passage) == [('Ana Tervo', 'PERSON'), ('Lake Odo', 'LOC')]


def test_own_files_name_the_line_that_has_no_tag(tmp_path: Path) -> None:
    file = tmp_path / 'own.conll'
    file.write_text('Riga B-GPE\nfell\n', encoding='utf-8')
    with pytest.raises(ValueError, match=r'own\.conll:2'):
        list(read_own(file))


def test_own_files(tmp_path: Path) -> None:
    file = tmp_path / 'own.conll'
    file.write_text('Ana B-PERSON\nTervo I-PERSON\nsaw O\nRiga B-GPE\n', encoding='utf-8')
    passage, = read_own(file)
    assert names(passage) == [('Ana Tervo', 'PERSON'), ('Riga', 'GPE')]


def test_re3d_leaves_out_nominals_and_bare_titles(tmp_path: Path) -> None:
    folder = tmp_path / 'Source'
    folder.mkdir()
    text = 'The Minister met Gen. Ana Tervo and mourners in Riga.'
    def entity(words: str, kind: str) -> str:
        start = text.index(words)
        return json.dumps({'documentId': 'd', 'begin': start, 'end': start + len(words), 'type': kind})
    (folder / 'documents.json').write_text(json.dumps({'_id': 'd', 'text': text}), encoding='utf-8')
    (folder / 'entities.json').write_text('\n'.join((
        entity('The Minister', 'Person'), entity('Gen. Ana Tervo', 'Person'), entity('mourners', 'Organisation'), entity('Riga', 'Location'))), encoding='utf-8')
    passage, = read_re3d(tmp_path)
    assert names(passage) == [('Ana Tervo', 'PERSON'), ('Riga', 'GPE')]
    assert [passage.text[s:e] for s, e in passage.blind] == ['The Minister', 'mourners']


def test_gum_keeps_names_and_cuts_them_to_their_proper_nouns(tmp_path: Path) -> None:
    rows = [
        ('The', 'DET', 3, 'det', '(1-person-new'), ('old', 'ADJ', 3, 'amod', '_'), ('harbourmaster', 'NOUN', 4, 'nsubj', '1)'),
        ('met', 'VERB', 0, 'root', '_'),
        ('President', 'PROPN', 7, 'compound', '(2-person-new'), ('Ana', 'PROPN', 7, 'compound', '_'), ('Tervo', 'PROPN', 4, 'obj', '2)'),
        ('in', 'ADP', 9, 'case', '_'), ('Riga', 'PROPN', 4, 'obl', '(3-place-new)'), ('.', 'PUNCT', 4, 'punct', '_'),
    ]
    lines = ['# newdoc id = GUM_news_x', '# newpar', '# sent_id = 1']
    for number, (form, part, head, relation, entity) in enumerate(rows, 1):
        misc = '_' if entity == '_' else f'Entity={entity}'
        if form == 'Riga':
            misc += '|SpaceAfter=No'
        lines.append('\t'.join((str(number), form, form, part, '_', '_', str(head), relation, '_', misc)))
    (tmp_path / 'GUM_news_x.conllu').write_text('\n'.join(lines) + '\n\n', encoding='utf-8')
    passage, = read_gum(tmp_path)
    assert passage.text == 'The old harbourmaster met President Ana Tervo in Riga.'
    assert names(passage) == [('Ana Tervo', 'PERSON'), ('Riga', 'GPE')]


@pytest.mark.parametrize('folder', ['dev', 'test'])
def test_data_to_measure_with_trains_nothing(tmp_path: Path, folder: str) -> None:
    measured = tmp_path / folder
    measured.mkdir()
    with pytest.raises(ValueError, match='may not train'):
        read_all(measured)
    (tmp_path / 'link').symlink_to(measured)
    with pytest.raises(ValueError, match='may not train'):
        check_is_for_training(tmp_path / 'link')
