import { describe, it } from 'vitest';
import { checkGrammar } from './checkGrammar.js';

describe('grammar of an article', () => {
  it('knows headline, byline and fields', () => checkGrammar(`
Mayor denies sale of 9 acres
^^^^^^^^^^^^^^^^^^^^^^^^^^^^ markup.heading

By Hanna Brandt and Joel Marsh
^^ keyword.other.byline
  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ entity.name.function.byline
Published: 12 March 2026
^^^^^^^^^ keyword.other.field
           ^^^^^^^^^^^^^ -
Source: https://example.org/a?b=1
^^^^^^ keyword.other.field
        ^^^^^^^^^^^^^^^^^^^^^^^^^ markup.underline.link
The council met on Monday
^^^^^^^^^^^^^^^^^^^^^^^^^ -
`));

  it('reads a date that stands before the story on the same line', () => checkGrammar(`
 date 2026-03-12 Talks will go on in Riga.
 ^^^^ keyword.other.field
      ^^^^^^^^^^ constant.numeric.date
                 ^^^^^^^^^^^^^^^^^^^^^^^^^ -
date palms are dying in 3 provinces.
^^^^ -
                        ^^^^^^^^^^^^ -
`));

  it('does not take a sentence for a headline', () => checkGrammar(`
The council met on Monday.
^^^^^^^^^^^^^^^^^^^^^^^^^^ -
`));

  it('knows datelines with and without an agency', () => checkGrammar(`
HALVARD, Norway, March 11 (Nordlys Wire) — Storm Lise
^^^^^^^^^^^^^^^^^^^^^^^^^^ entity.name.type.dateline
                          ^^^^^^^^^^^^^^^ entity.other.agency
                                         ^ punctuation.separator.dateline
                                           ^^^^^^^^^^ -
RIGA — The crews are back.
^^^^^ entity.name.type.dateline
MSA — a body nobody had heard of — said so.
^^^^ entity.name.type.dateline
The MSA — a body nobody had heard of — said so.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ -
`));

  it('ends a quotation with its mark or with the paragraph', () => checkGrammar(`
He said.
“They were told 2 times,” she said, “and no more.
^ punctuation.definition.string.begin
 ^^^^^^^^^^^^^^^^^^^^^^^ string.quoted.double
                        ^ punctuation.definition.string.end
                         ^^^^^^^^^^ -
                                     ^^^^^^^^^^^^ string.quoted.double
Nothing was said.
^^^^^^^^^^^^^^^^^ -
"Yes," she said. It is 5" wide.
 ^^^^ string.quoted.double
      ^^^^^^^^^^^^^^^^^^^^^^^^^ -
The ‘dockers’ own’ plan isn’t ready.
    ^^^^^^^^^ string.quoted.single
             ^^^^^^ -
`));

  it('leaves numbers to the server, which knows what they are of', () => checkGrammar(`
He said.
Some $3.5 million and “12% more” in the 1990s.
^^^^^^^^^^^^^^^^^^^^^ -
                       ^^^^^^^^ string.quoted.double
                                ^^^^^^^^^^^^^^ -
`));

  it('marks the labels of what is not the story', () => checkGrammar(`
He said.
Advertisement
^^^^^^^^^^^^^ comment.line.boilerplate
JOIN US ON TELEGRAM Follow our coverage of the ports.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ comment.line.boilerplate
Other Topics of Interest Crews March Through Riga
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ comment.line.boilerplate
Read more: What the dispute means
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ comment.line.boilerplate
More people came than expected.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ -
Advertisement sales fell.
^^^^^^^^^^^^^^^^^^^^^^^^^ -
Follow the money, she said.
^^^^^^^^^^^^^^^^^^^^^^^^^^^ -
`));
});
