/** An invented article with all that features of movement care about: headline, crosshead, boilerplate in two paragraphs, a quotation that goes on. */
export const PORT_CLOSES = `City Port Closes After Long Dispute

date 2026-03-12
By Jan Poska

The mayor of Riga, Ilze Kalna, said on Monday that the port would close. The council met in Riga on Sunday. “It is over,” the mayor said.

“I told the board that we needed help,” Kalna said. “Nobody came.

“And nobody will come, as the bank knew all along.”

Money Runs Out

The bank wanted its loan back, according to a person with knowledge of the matter. Two officials said that the city owed $40 million.

Advertisement

JOIN US ON TELEGRAM Follow our coverage of the dispute on the @HarbourDaily.

Ilze Kalna will leave office in May.`;
