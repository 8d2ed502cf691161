import { describe, it } from 'vitest';
import { checkGrammar } from './checkGrammar.js';

describe('grammar of an article', () => {
  it('knows headline, byline, fields and numbers', () => checkGrammar(`
Mayor denies sale of 9 acres
^^^^^^^^^^^^^^^^^^^^^^^^^^^^ markup.heading

By Hanna Brandt and Joel Marsh
^^ keyword.other.byline
  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ entity.name.function.byline
Published: 12 March 2026
^^^^^^^^^ keyword.other.field
           ^^ constant.numeric
              ^^^^^ -
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
                        ^ constant.numeric
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
 ^^^^^^^^^^^^^^^ string.quoted.double
                ^ constant.numeric
                 ^^^^^^^ string.quoted.double
                        ^ punctuation.definition.string.end
                         ^^^^^^^^^^ -
                                     ^^^^^^^^^^^^ string.quoted.double
Nothing was said.
^^^^^^^^^^^^^^^^^ -
"Yes," she said. It is 5" wide.
 ^^^^ string.quoted.double
      ^^^^^^^^^^^^^^^^^ -
                       ^ constant.numeric
                        ^^^^^^^ -
The ‘dockers’ own’ plan isn’t ready.
    ^^^^^^^^^ string.quoted.single
             ^^^^^^ -
`));

  it('reads numbers as people write them', () => checkGrammar(`
He said.
Some $3.5 million, £4,200, 12%, 4.5 percent, 1990s, 3rd, 10:30, 5k and 1.2bn.
     ^^^^ constant.numeric
          ^^^^^^^ -
                   ^^^^^^ constant.numeric
                           ^^^ constant.numeric
                                ^^^ constant.numeric
                                             ^^^^^ constant.numeric
                                                    ^^^ constant.numeric
                                                         ^^^^^ constant.numeric
                                                                ^^ constant.numeric
                                                                       ^^^^^ constant.numeric
A K9, the G20 and COVID-19.
^^^^^^^^^^^^^^ -
                        ^^ constant.numeric
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
