"""Claims checked against a text: what agrees, what differs, and what the text does not say."""

from __future__ import annotations

import re
import sys
from collections import Counter
from pathlib import Path

import pytest

from unami_cli import FactTable, build, read
from unami_cli.checking.claims import check
from unami_cli.outcomes import Verdict

sys.path.insert(0, str(Path(__file__).parent / "accuracy"))
from score_claims import VERDICTS, score

TEXT = """Harbour museum closes after ten years

By Jo Lind

Mayor Ana Costa closed the Harbour Museum (HM) in Westport on 3 May 2020. The museum was founded by the Lind Trust \
on 4 June 2010 and employed over 40 people at the end of 2019.

“It was never a success,” said Tom Berg, the museum's director. He will move from Westport to Eastham in June.

The Trust will keep its library. Construction of a new hall, 30 m long and 12 m high, was not approved by the \
council. The hall was planned in the wake of the 2019 storm. The UN Security Council adopted resolution 1325 in 2000.
"""


@pytest.fixture(scope="module")
def table() -> FactTable:
    return build([read(TEXT.encode())])


AGREES = [
    ("a deed in other words", "The Harbour Museum was set up in 2010."),
    ("a coarser day", "The museum closed in May 2020."),
    ("the doer", "Ana Costa closed the museum."),
    ("a smaller bound", "The museum had more than 30 people at the end of 2019."),
    ("words of others", "Tom Berg said it was never a success."),
    ("an office", "Tom Berg is the director of the museum."),
    ("both halves", "The museum was founded in 2010 and it closed in 2020."),
    ("denied in the text as well", "A new hall was not approved by the council."),
    ("the year of what it comes after", "The hall was planned after the 2019 storm."),
    ("a slip in a name", "Ana Csota closed the Harbour Museum."),
    ("a dimension", "The new hall is 12 m high and was not approved."),
]
DIFFERS = [
    ("another year", "The Harbour Museum was founded in 2011."),
    ("another doer", "Tom Berg closed the Harbour Museum on 3 May 2020."),
    ("another count", "The museum employed 20 people at the end of 2019."),
    ("denied", "Ana Costa did not close the museum."),
    ("another way", "Berg will move from Eastham to Westport in June."),
    ("the other side of a deed", "Mayor Ana Costa opened the Harbour Museum on 3 May 2020."),
    ("another office", "Ana Costa is the director of the museum."),
    ("what the text denies", "A new hall was approved by the council."),
    ("another resolution", "The UN Security Council adopted resolution 1500 in 2000."),
]
NOT_STATED = [
    ("nothing of it", "The museum showed paintings by Monet."),
    ("a deed that is not told", "Ana Costa wrote a book on the museum."),
    ("a name that is not there", "Maria Silva praised the Harbour Museum."),
    ("one half lacks", "The museum closed in 2020 and Berg bought a boat."),
    ("a name alone", "Ana Costa."),
    ("a reason that is not told", "The museum closed because of a fire."),
]


@pytest.mark.parametrize("claim", [claim for _, claim in AGREES], ids=[name for name, _ in AGREES])
def test_agrees(table: FactTable, claim: str) -> None:
    assert check(table, claim).verdict is Verdict.AGREES


@pytest.mark.parametrize("claim", [claim for _, claim in DIFFERS], ids=[name for name, _ in DIFFERS])
def test_differs(table: FactTable, claim: str) -> None:
    assert check(table, claim).verdict is Verdict.DIFFERS


@pytest.mark.parametrize("claim", [claim for _, claim in NOT_STATED], ids=[name for name, _ in NOT_STATED])
def test_not_stated(table: FactTable, claim: str) -> None:
    assert check(table, claim).verdict is Verdict.NOT_STATED


NEWS = """Port rebuilt

The port of Eastham was hit by a storm on 4 May 2019, and the town asked for help with its port in resolution 12.

The works authority was set up on 9 June 2019 under resolution 15 to rebuild the port.

The Bridge Fund gave the port $20 million, after the Hill Fund had given it $5 million.
"""


def test_what_one_sentence_bears_out_no_other_refutes() -> None:
    news = build([read(NEWS.encode())])
    told = ("Resolution 15 set up the works authority.", "The works authority was created on 9 June 2019.")
    assert [check(news, claim).verdict for claim in told] == [Verdict.AGREES] * 2
    assert check(news, "The Hill Fund gave the port $20 million.").verdict is not Verdict.AGREES


OFFICES = "Ana Costa is the director of the museum.\n\nTom Berg, the old director of the museum, was its father.\n"


@pytest.mark.parametrize("article", [TEXT, NEWS, OFFICES])
def test_a_sentence_of_the_text_agrees_with_it(article: str) -> None:
    told = build([read(article.encode())])
    verdicts = {fact.text: check(told, fact.text).verdict for fact in told.facts}
    assert set(verdicts.values()) == {Verdict.AGREES}


ELSEWHERE = [
    (
        "called by his job",
        "The journalist Ana Costa met Tom Berg. The journalist was arrested on 5 May 2019.",
        "Ana Costa was arrested on 5 May 2019.",
        "agrees",
    ),
    (
        "two of that job",
        "The journalists Ana Costa and Tom Berg met. The journalist was arrested on 5 May 2019.",
        "Ana Costa was arrested on 5 May 2019.",
        "not stated",
    ),
    (
        "what is denied is another deed",
        "Ana Costa refused to appear before the inquiry and was jailed for 15 months.",
        "Ana Costa was jailed for fifteen months.",
        "agrees",
    ),
    (
        "denied with a comma",
        "Ana Costa did not, however, sell the boat in 2019.",
        "Ana Costa sold the boat in 2019.",
        "differs",
    ),
    (
        "counted only to say who",
        "Both officers were sentenced to prison in May 2019.",
        "The two officers were sentenced to prison in May 2019.",
        "agrees",
    ),
    (
        "a country by its people",
        "The United States gave the Syrian opposition $500 million in 2014.",
        "American support for the Syrian opposition in 2014 was $500 million.",
        "agrees",
    ),
    (
        "another country's people",
        "The United States gave the Syrian opposition $500 million in 2014.",
        "German support for the Syrian opposition in 2014 was $500 million.",
        "not stated",
    ),
    (
        "a government by its capital",
        "On 5 May 2019 Russia denied that it had sold the missiles.",
        "Moscow denied on 5 May 2019 that it had sold the missiles.",
        "agrees",
    ),
    (
        "not in the capital",
        "Russia sold the missiles to a museum on 5 May 2019.",
        "The missiles were sold in Moscow on 5 May 2019.",
        "not stated",
    ),
    (
        "after the one is before the other",
        "After the vote had been counted, Costa left the hall on 5 May 2019.",
        "Before Costa left the hall on 5 May 2019 the vote had been counted.",
        "agrees",
    ),
    (
        "after it, not before it",
        "After the vote Costa left the hall on 5 May 2019.",
        "Before the vote Costa left the hall on 5 May 2019.",
        "differs",
    ),
    (
        "another share",
        "The regime approved 10 per cent of the requests in 2019.",
        "The regime approved half of the requests in 2019.",
        "differs",
    ),
]


@pytest.mark.parametrize(("text", "claim", "verdict"), [c[1:] for c in ELSEWHERE], ids=[c[0] for c in ELSEWHERE])
def test_other_texts(text: str, claim: str, verdict: str) -> None:
    assert check(build([read(text.encode())]), claim).verdict.value == verdict


CLAUSES: tuple[tuple[str, dict[str, str]], ...] = (
    (
        "The mayor of Oslo, Jo Reed, flew to Rome.",
        {
            "Jo Reed is the mayor of Rome": "differs",
            "Jo Reed is the mayor of Oslo": "agrees",
            "Jo Reed is mayor": "agrees",
            "Jo Reed flew to Rome": "agrees",
        },
    ),
    (
        "Chad's president Idris Ba said: Kenya is our friend. Kenya's president Jo Reed was absent.",
        {
            "Idris Ba is president of Kenya": "differs",
            "Jo Reed is president of Kenya": "agrees",
            "Jo Reed is the president of Chad": "differs",
        },
    ),
    (
        "Foreign Secretary Jo Reed joined US Secretary of State Ana Costa in Paris.",
        {
            "Jo Reed is the US Secretary of State": "differs",
            "Ana Costa is the US Secretary of State": "agrees",
            "Jo Reed is the Foreign Secretary": "agrees",
        },
    ),
    (
        "Secretary of State Jo Reed and Attorney General Ana Costa met.",
        {"Ana Costa is Secretary of State": "differs", "Ana Costa is Attorney General": "agrees"},
    ),
    (
        "The chief executive of BP, Jo Reed, met Shell chief executive Ana Costa.",
        {
            "Jo Reed is the chief executive of Shell": "differs",
            "Jo Reed is the chief executive of BP": "agrees",
            "Ana Costa is the CEO of Shell": "agrees",
        },
    ),
    (
        "Deputy minister Jo Reed met minister Ana Costa.",
        {"Jo Reed is a minister": "not stated", "Ana Costa is a minister": "agrees"},
    ),
    (
        "Former justice minister Carl Diaz was tried.",
        {
            "Carl Diaz is the justice minister": "differs",
            "Carl Diaz was justice minister": "agrees",
            "Carl Diaz is a former justice minister": "agrees",
        },
    ),
    ("It is false that Jo Reed stole $3 million.", {"Jo Reed stole $3 million": "differs"}),
    ("Rumours that Jo Reed had died are untrue.", {"Jo Reed died": "differs"}),
    ("The claim that 40 people died is false.", {"40 people died": "differs"}),
    ("Jo Reed stopped short of condemning the attack.", {"Jo Reed condemned the attack": "not stated"}),
    ("Jo Reed narrowly avoided jail.", {"Jo Reed was jailed": "not stated"}),
    ("The court overturned the conviction of Jo Reed.", {"Jo Reed was convicted": "not stated"}),
    ("Jo Reed allegedly stole $3 million.", {"Jo Reed stole $3 million": "not stated"}),
    (
        "Jo Reed was accused of stealing $3 million.",
        {"Jo Reed stole $3 million": "not stated", "Jo Reed was accused of stealing $3 million": "agrees"},
    ),
    (
        "Critics claim that Jo Reed stole $3 million.",
        {"Jo Reed stole $3 million": "not stated", "Critics stole $3 million": "not stated"},
    ),
    (
        "Kenya, unlike Chad, signed the treaty.",
        {"Chad signed the treaty": "not stated", "Kenya signed the treaty": "agrees"},
    ),
    ("All members except Eritrea signed the treaty.", {"Eritrea signed the treaty": "not stated"}),
    ("France recognised Tern in 2008, while Spain never did.", {"France recognised Tern in 2008": "agrees"}),
    (
        "Jo Reed, not Ana Costa, signed the treaty.",
        {"Ana Costa signed the treaty": "differs", "Jo Reed signed the treaty": "agrees"},
    ),
    (
        "Only Kenya voted against the plan.",
        {"Kenya voted for the plan": "differs", "Kenya voted against the plan": "agrees"},
    ),
    (
        "On Tuesday the mayor, Jo Reed, voted against the plan and Ana Costa voted for the plan.",
        {"Ana Costa voted for the plan": "agrees"},
    ),
    (
        "The council rejected the plan by 12 votes to 5.",
        {
            "The council rejected the plan by 5 votes to 12": "not stated",
            "The council rejected the plan by 12 votes to 5": "agrees",
        },
    ),
    (
        "Profit rose from $3 million to $5 million.",
        {
            "Profit rose from $5 million to $3 million": "not stated",
            "Profit rose from $3 million to $5 million": "agrees",
            "Profit rose to $5 million": "agrees",
            "Profit rose to $3 million": "differs",
        },
    ),
    ("Profit rose by 5 percent to 40.", {"Profit rose by 5 percent": "agrees"}),
    (
        "The plant opened in 1990 and closed in 2005.",
        {
            "The plant closed in 1990": "differs",
            "The plant closed in 2005": "agrees",
            "The plant opened in 1990": "agrees",
            "The plant opened in 2005": "differs",
        },
    ),
    (
        "Jo Reed was elected in 2010 and resigned in 2015.",
        {
            "Jo Reed resigned in 2015": "agrees",
            "Jo Reed resigned in 2010": "differs",
            "Jo Reed was elected in 2015": "differs",
        },
    ),
    (
        "Jo Reed was born in Oslo in 1970 and died in Rome in 2020.",
        {
            "Jo Reed died in Oslo": "not stated",
            "Jo Reed died in 2020": "agrees",
            "Jo Reed was born in 1970": "agrees",
            "Jo Reed was born in Rome": "not stated",
            "Jo Reed died in 1970": "differs",
            "Jo Reed died in Rome in 2020": "agrees",
        },
    ),
    ("Kenya joined in 2001, Chad in 2005.", {"Kenya joined in 2001": "agrees"}),
    ("The ban was lifted in Kenya in 2010 and in Chad in 2015.", {"The ban was lifted in Chad in 2010": "differs"}),
    (
        "Police shot Jo Reed after Carl Diaz fled.",
        {
            "Carl Diaz was shot": "not stated",
            "Jo Reed was shot": "agrees",
            "Police shot Jo Reed": "agrees",
            "Police shot Carl Diaz": "not stated",
        },
    ),
    (
        "Ana Costa hired Jo Reed and fired Carl Diaz.",
        {"Jo Reed fired Carl Diaz": "not stated", "Ana Costa fired Carl Diaz": "agrees"},
    ),
    ("Ana Costa was robbed by Berg and Diaz.", {"Berg robbed Ana Costa": "agrees"}),
    ("Jo Reed, whose brother Carl was jailed, won.", {"Jo Reed was jailed": "not stated", "Jo Reed won": "agrees"}),
    (
        "Jo Reed said Ana Costa was arrested in Oslo.",
        {"Jo Reed was arrested in Oslo": "not stated", "Ana Costa was arrested in Oslo": "agrees"},
    ),
    ("Berg lives in Oslo, Diaz lives in Rome.", {"Berg lives in Rome": "differs", "Diaz lives in Rome": "agrees"}),
    (
        "Russia accused Ukraine of attacking the bridge.",
        {"Russia attacked the bridge": "not stated", "Ukraine attacked the bridge": "not stated"},
    ),
    (
        "Ana Berg beat Carl Diaz in the final.",
        {"Carl Diaz beat Ana Berg in the final": "differs", "Ana Berg beat Carl Diaz in the final": "agrees"},
    ),
    (
        "The plane has yet to be found.",
        {"The plane has been found": "differs", "The plane has not been found": "agrees"},
    ),
    (
        "It is unlikely that the bank will close.",
        {"The bank will close": "differs"},
    ),
    (
        "The box costs 20 percent less than a battery.",
        {
            "The box costs 20 percent more than a battery": "differs",
            "The box costs 20 percent less than a battery": "agrees",
        },
    ),
    (
        "Birth matters more in the north than in the south.",
        {"Birth matters less in the north than in the south": "differs"},
    ),
    (
        "On board were 155 Indonesians and a man from Malaysia.",
        {"155 Malaysians were on board": "not stated", "155 Indonesians were on board": "agrees"},
    ),
    (
        "The killing of two leftist politicians in 2013 led to a crisis.",
        {"Two Islamist politicians were killed in 2013": "not stated"},
    ),
    (
        "The repair cost £50m.",
        {"The repair cost $50m": "differs", "The repair cost £50m": "agrees"},
    ),
    (
        "The town has 5,300 houses.",
        {
            "The town has fewer than 5,300 houses": "differs",
            "The town has fewer than 6,000 houses": "agrees",
            "The town has exactly 5,300 houses": "agrees",
        },
    ),
    (
        "Of the towns, Foyle was the warmest, Tern was the driest and Oslo was the coldest.",
        {"Foyle was the warmest": "agrees", "Oslo was the warmest": "not stated"},
    ),
    (
        "The coast was wet, with Foyle seeing its wettest July on record while Tern and Oslo had their second and third "
        "wettest.",
        {"Foyle saw its wettest July on record": "agrees"},
    ),
    (
        "Over its 22 years of operation, the mission of Tern ran six schools.",
        {"The mission lasted 22 years": "agrees", "The mission lasted 12 years": "differs"},
    ),
    (
        "Ana Costa, president of the Tern Harbour Union, spoke. Tom Berg, vice-president of the union, left.",
        {
            "Ana Costa heads the Tern Harbour Union": "agrees",
            "Ana Costa heads the Foyle Harbour Union": "not stated",
            "Tom Berg heads the union": "not stated",
        },
    ),
    (
        "The Iraqi Prime Minister, Ana Costa, left.",
        {
            "Ana Costa is the president of Iraq": "differs",
            "Ana Costa is the prime minister of Iraq": "agrees",
            "Ana Costa is the president of Chad": "not stated",
        },
    ),
    (
        "The plant opened on 13 December 2025. Its closing is set for 31 December 2025.",
        {"The plant opened on a Saturday": "agrees", "The plant opened on a Monday": "differs"},
    ),
    (
        "The town has over 5,300 houses.",
        {"The town has exactly 5,300 houses": "differs", "The town has 5,300 houses": "agrees"},
    ),
    (
        "Amazon founder Jeff Bell spoke.",
        {"Jeff Bell founded Amazon": "agrees"},
    ),
    (
        "White House press secretary Josh Earl condemned the attack.",
        {"Josh Earl is the White House press secretary": "agrees"},
    ),
    (
        "Prime Minister Hartley has been informed.",
        {"David Hartley has been informed": "agrees"},
    ),
    (
        "Ana Costa, who was mayor until May, spoke.",
        {"Ana Costa is mayor": "not stated"},
    ),
    (
        "Google hurt by block\n\nGoogle users wrote. “We act,” State Department spokesman Jeff Rath said.",
        {"Jeff Rath is a spokesman for Google": "not stated", "Jeff Rath is a State Department spokesman": "agrees"},
    ),
    (
        "Eaton builds boxes\n\nEaton said the company is in talks with European clubs.",
        {"Eaton is a German company": "not stated"},
    ),
    (
        "Tom Berg was shot in the Ruritanian embassy in Oslo, Norway.",
        {"Berg was shot in the Ruritanian embassy in Oslo": "agrees"},
    ),
    (
        "Only once before has Parliament voted to hold a minister: Tom Berg was held in contempt in 2012.",
        {"In 2012, Parliament held Berg in contempt": "agrees"},
    ),
    ("Tern and Quandex modified 16 former ferry engines.", {"Sixteen ferry engines were modified": "agrees"}),
    (
        "Berg finished second to him at the trials in Oslo.",
        {"Berg finished first at the trials in Oslo": "differs", "Berg finished second at the trials": "agrees"},
    ),
    (
        "The collision began in the northbound lanes of Route 7 near Oslo.",
        {
            "The collision began in the southbound lanes of Route 7": "differs",
            "The collision began in the northbound lanes of Route 7": "agrees",
        },
    ),
    ("The storm moved westwards at a rate of 19 kph.", {"The storm moved east at a rate of 19 kph": "differs"}),
    (
        "“It takes time,” Ana Costa said, asking Tom Berg to be patient.",
        {"Berg asked Costa to be patient": "differs", "Costa asked Berg to be patient": "agrees"},
    ),
    ("Ana Costa met Tom Berg in Oslo.", {"Costa tried Berg": "not stated"}),
    ("Ana Berg beat Carl Diaz in the final.", {"Carl Diaz lost to Ana Berg in the final": "agrees"}),
    ("Berg lost the final in Oslo to Ana Costa.", {"Costa lost the final to Berg": "differs"}),
    (
        "They hope to do better than last year, when the Ruritanians were beaten by Ana Costa and Tom Berg in the final.",
        {"The Ruritanians lost last year's final to Costa and Berg": "agrees"},
    ),
    (
        "Tern was charged with attempted murder of Hugh Costa, who was hurt but survived.",
        {"Hugh Costa was murdered": "not stated"},
    ),
    (
        "Ana Costa and her husband were indicted for using funds and filing false records.",
        {"Costa and her husband were indicted for using funds": "agrees"},
    ),
    ("The report that Ana Costa left Oslo is false.", {"Ana Costa left Oslo": "differs"}),
    (
        "Deputy Attorney General Tom Berg asked Costa's attorney to wait.",
        {"Berg asked Costa's attorney to wait": "agrees"},
    ),
    ("Mike Berg, the former governor of Tern, spoke.", {"Mike Berg used to be governor of Tern": "agrees"}),
    ("The council rejected the plan by 12 votes to 5.", {"The council approved the plan by 12 votes to 5": "differs"}),
    ("The Senate rejected the bill by 52 votes to 48.", {"The Senate approved the bill": "differs"}),
    ("The motion was defeated by 30 votes.", {"The motion was passed": "differs"}),
    ("The price fell after a rise in wages in March.", {"The price rose in March": "differs"}),
    (
        "On Saturday, May 4, 2019, Ana Costa opened the port.",
        {
            "On Saturday, May 4, 2019, Ana Costa opened the port": "agrees",
            "On Friday, May 4, 2019, Ana Costa opened the port": "differs",
        },
    ),
    ("Ana Costa opened the port on May 4, 2019.", {"Ana Costa opened the port on Monday, May 4, 2019": "differs"}),
    (
        "The repair took three months.",
        {"The repair took three weeks": "differs", "The repair took three months": "agrees"},
    ),
    (
        "Berg works for the Port Union and the Rail Union.",
        {"Berg works only for the Port Union": "not stated", "Berg works for the Port Union": "agrees"},
    ),
    ("Berg works only for the Port Union.", {"Berg works only for the Port Union": "agrees"}),
    (
        "Before visiting Norland, Ana Costa went to Oslo.",
        {
            "Ana Costa went to Oslo after her visit to Norland": "differs",
            "Ana Costa went to Oslo before her visit to Norland": "agrees",
        },
    ),
    (
        "Ana Costa warned members against using the old bridge.",
        {
            "Ana Costa told members to use the old bridge": "differs",
            "Ana Costa cautioned members against using the old bridge": "agrees",
        },
    ),
    (
        "The fair for investors was held in Amman, Jordan.",
        {"The fair for investors was held in Beirut, Lebanon": "differs"},
    ),
    (
        "Sen. Ana Costa today was successful in including 18 Tern flood control projects in the Energy and Water bill.",
        {
            "Sen. Ana Costa was successful in including 18 Tern flood control projects in the Energy and Water bill": "agrees"
        },
    ),
    (
        "Ana Costa, who has been awarded a star, is an actress.",
        {"Ana Costa has been awarded a star": "agrees", "Ana Costa has been awarded a medal": "not stated"},
    ),
    (
        "It was her seventh title.",
        {"It was her fifth title": "differs", "It was her seventh title": "agrees"},
    ),
    (
        "The cocktail had less benefit than was hoped. No fewer than 20 people died.",
        {
            "The cocktail had not less benefit than was hoped": "differs",
            "At least 20 people died": "agrees",
        },
    ),
    (
        "The rider never doubted that he would win the race.",
        {"The rider never doubted that he would win the race": "agrees"},
    ),
    (
        "A year after Quandex beat Tern Bank to buy Foyle Bank, it rose.",
        {"A year ago Hexa beat Tern Bank to buy Foyle Bank": "differs"},
    ),
    (
        "The report suggests cutting the taxes of firms and doubling the aid of farms.",
        {
            "The report suggests halving the aid of farms": "differs",
            "The report suggests doubling the aid of farms": "agrees",
        },
    ),
    (
        "It was the worst result in a century for the union.",
        {"It was the best result in a century for the union": "differs"},
    ),
    (
        "Ana Costa used her telephone to send a message to a Post reporter.",
        {
            "A Post reporter sent a message to Ana Costa": "differs",
            "Ana Costa sent a message to a Post reporter": "agrees",
        },
    ),
    (
        "Ernst posted a $6m loss for May and its shares were down 5% at 20 pence.",
        {
            "Ernst posted a $6m profit for May": "differs",
            "Its shares were up 5% at 20 pence": "differs",
            "Ernst posted a $6m loss for May": "agrees",
        },
    ),
    (
        "Ana Costa also lost to best player Jo Reed, while Bo Ray failed to be the best coach.",
        {"Ana Costa lost to best player Jo Reed": "agrees"},
    ),
    (
        "Guests were Prime Minister Ana Costa and actor Bo Ray.",
        {
            "Guests were Prime Minister Bo Ray and actor Ana Costa": "differs",
            "Guests were actor Bo Ray and Prime Minister Ana Costa": "agrees",
        },
    ),
    ("Foyle meet reigning champions Tern on Sunday.", {"Foyle are the reigning champions": "not stated"}),
    ("Ana Costa lost the set 2-6 on Monday.", {"Ana Costa won the set 6-2 on Monday": "differs"}),
    ("They won 2-6, 6-3.", {"They won 6-2": "not stated", "They won 6-3": "agrees"}),
    (
        "Norland's Prime Minister Ana Costa said the port would open.",
        {
            "Norland's President Ana Costa said the port would open": "differs",
            "Ana Costa, the president of Norland, said the port would open": "differs",
            "Norland's Prime Minister Ana Costa said the port would open": "agrees",
        },
    ),
    (
        "The union praised workers in Tern.",
        {"The union praised Norwegian workers in Tern": "not stated", "The union praised workers in Tern": "agrees"},
    ),
    (
        "The Tern Fund was set up in 2003. Its mandate was subsequently extended through to the end of 2025.",
        {"The fund was created in 2003 and its mandate was later prolonged until the end of 2025": "agrees"},
    ),
    (
        "Coach Bo Ray accepted his side had not played well. “We have to play better,” he said.",
        {"Coach Bo Ray said that his side had played well": "differs"},
    ),
    ("Tern lost the final after winning the semi-final.", {"Tern won the final": "differs"}),
    ("Berg and Diaz were tried separately.", {"Berg and Diaz were tried together": "differs"}),
    ("The court acquitted Tom Berg in May.", {"The court convicted Tom Berg": "differs"}),
    (
        "The UN said on Monday that Tern Bank killed 70 members of the tribe in the north.",
        {
            "Tern Bank said on Monday that the UN killed 70 members of the tribe in the north": "differs",
            "The UN said on Monday that Tern Bank killed 70 members of the tribe": "agrees",
        },
    ),
    (
        "Facts on the flu came from Google and Wikipedia in May.",
        {"Facts on the flu came from Wikipedia and Google in May": "agrees"},
    ),
    (
        "Ana Costa will go on to lead the union, so that it can no longer be closed.",
        {"Ana Costa will not go on to lead the union, so that it can no longer be closed": "differs"},
    ),
    ("In Westport, Ana Costa attended as chief guest.", {"Ana Costa attended as chief guest in Westport": "agrees"}),
    (
        "The Food Fund sent 300 trucks in 2021 and 450 trucks in 2022.",
        {
            "The Food Fund sent 300 trucks in 2021": "agrees",
            "The Food Fund sent 450 trucks in 2022": "agrees",
            "The Food Fund sent 450 trucks in 2021": "differs",
        },
    ),
    (
        "The bridge, built in 1932 by Karl Brandt, collapsed on 2 June 2022.",
        {"The bridge collapsed on 2 June 2022": "agrees", "The bridge collapsed in 1932": "differs"},
    ),
    (
        "France and Spain, but not Italy, signed the treaty.",
        {
            "France signed the treaty": "agrees",
            "Spain did not sign the treaty": "differs",
            "Italy signed the treaty": "differs",
        },
    ),
    (
        "Nine of the ten victims were women.",
        {"Nine victims were women": "agrees", "All ten victims were women": "differs"},
    ),
    ("The president rejected calls to resign.", {"The president will resign": "not stated"}),
    ("Anna Weber met Tom Hale in Vienna.", {"Tom Hale met Anna Weber in Vienna": "agrees"}),
    (
        "Berg raised it in a call with Russian Foreign Minister Lavrov and urged him to wait.",
        {"Berg urged Lavrov to wait": "agrees", "Sergei Lavrov is the Russian foreign minister": "agrees"},
    ),
    ("Secretary Berg spoke.", {"Berg is Secretary of State": "not stated"}),
    (
        "Tom Berg was acquitted of murder but convicted of fraud.",
        {
            "Tom Berg was convicted of murder": "not stated",
            "Tom Berg was acquitted of fraud": "not stated",
            "Tom Berg was convicted of fraud": "agrees",
        },
    ),
    (
        "The ship left Oslo on 3 March 2021 and reached Tern on 5 March 2021.",
        {"The ship reached Oslo on 5 March 2021": "not stated", "The ship reached Tern on 5 March 2021": "agrees"},
    ),
    ("Ana Costa sued Tom Hale in May.", {"Tom Hale sued Ana Costa in May": "differs"}),
    ("All three climbers survived the fall.", {"Three climbers died in the fall": "differs"}),
    (
        "Ana Costa looked into thefts committed by Eaton Ports.",
        {"Ana Costa committed thefts": "not stated", "Eaton Ports committed thefts": "agrees"},
    ),
    (
        "Jim Haslow, Jimmy’s father, founded a shop. Jimmy Haslow runs it.",
        {"Jimmy Haslow founded a shop": "not stated", "Jim Haslow founded a shop": "agrees"},
    ),
    (
        "Many agencies, including UNICEF, the World Health Organization (WHO) and UNDP, will go on.",
        {"UNICEF will go on": "agrees"},
    ),
    (
        "In line with resolution 2732, Tern ended the mission that was founded by resolution 1500.",
        {"Resolution 2732 founded the mission": "not stated", "Resolution 1500 founded the mission": "agrees"},
    ),
    ("Ray Berg may resign.", {"Ray Berg will resign": "not stated", "Ray Berg may resign": "agrees"}),
    ("Aid moves away from direct help toward loans.", {"Aid moves toward direct help": "differs"}),
    ("Six people were killed in Tern.", {"All six people who were killed in Tern were women": "not stated"}),
    ("Tom Berg murdered a guard.", {"Tom Berg killed a guard": "agrees"}),
)
"""What is told of one in a sentence, and what only of another; each text is whole."""
CLAUSES_KNOWN_WRONG: tuple[tuple[str, dict[str, str]], ...] = (
    ("Kenya, unlike Chad, signed the treaty.", {"Chad did not sign the treaty": "agrees"}),
    ("France recognised Tern in 2008, while Spain never did.", {"Spain recognised Tern": "not stated"}),
    (
        "On Tuesday the mayor, Jo Reed, voted against the plan and Ana Costa voted for the plan.",
        {"Jo Reed voted for the plan": "not stated"},
    ),
    ("Profit rose by 5 percent to 40.", {"Profit rose to 5 percent": "not stated"}),
    ("Kenya joined in 2001, Chad in 2005.", {"Chad joined in 2001": "not stated", "Chad joined in 2005": "agrees"}),
    (
        "The ban was lifted in Kenya in 2010 and in Chad in 2015.",
        {"The ban was lifted in Chad in 2015": "agrees", "The ban was lifted in Chad": "agrees"},
    ),
    ("Ana Costa was robbed by Berg and Diaz.", {"Berg robbed Diaz": "not stated"}),
    ("Berg lives in Oslo, Diaz lives in Rome.", {"Diaz lives in Oslo": "not stated"}),
    (
        "Veteran Ana Costa from the Labour Party lost her seat. The Civic Party won two.",
        {"Ana Costa of the Civic Party lost her seat": "not stated"},
    ),
    (
        "The silver medal went to Poland and the bronze to Armenia.",
        {"Armenia took silver and Poland bronze": "not stated"},
    ),
)


def _each(table: tuple[tuple[str, dict[str, str]], ...]) -> list[tuple[str, str, str]]:
    return [(text, claim, verdict) for text, claims in table for claim, verdict in claims.items()]


@pytest.mark.parametrize(("text", "claim", "verdict"), _each(CLAUSES))
def test_clauses(text: str, claim: str, verdict: str) -> None:
    assert check(build([read(text.encode())]), claim).verdict.value == verdict


@pytest.mark.xfail(strict=True)
@pytest.mark.parametrize(("text", "claim", "verdict"), _each(CLAUSES_KNOWN_WRONG))
def test_clauses_known_wrong(text: str, claim: str, verdict: str) -> None:
    assert check(build([read(text.encode())]), claim).verdict.value == verdict


def test_slots_say_what_is_claimed_and_what_is_stated(table: FactTable) -> None:
    checked = check(table, "The Harbour Museum was founded in 2011.")
    slot = next(slot for slot in checked.slots if slot.slot == "when")
    assert (slot.claimed, slot.stated, slot.verdict) == ("2011", "4 June 2010", "differs")
    assert checked.facts == (slot.fact,)
    fact = next(fact for fact in table.facts if fact.id == slot.fact)
    assert "founded" in fact.text


def test_a_slip_in_a_name_is_forgiven_and_told(table: FactTable) -> None:
    corrections = check(table, "Ana Csota closed the Harbour Museum.").corrections
    assert [(one.typed, one.meant) for one in corrections] == [("Csota", "Costa")]
    assert check(table, "Ana Csota closed the Harbour Museum.", exact=True).verdict is not Verdict.AGREES


@pytest.mark.parametrize("claim", ["", "?", "the of", "2003", "“", "Ana", "not not", "a " * 400, "\x00", "اَنا"])
def test_any_claim_is_answered(table: FactTable, claim: str) -> None:
    assert check(table, claim).verdict in set(Verdict)
    assert check(build([]), claim).verdict is Verdict.NOT_STATED
    assert check(
        build([read("“It is over,” Ana Costa said. “...” She left.".encode())]), f"Ana Costa left. {claim}"
    ).facts


@pytest.mark.parametrize("name", ["bundled", "own"])
def test_claims_that_readers_judged(name: str) -> None:
    given, lacking = score(name, Path())
    right = sum(given[verdict, verdict] for verdict in VERDICTS)
    falsely = given["differs", "agrees"] + given["not stated", "agrees"]
    assert not lacking
    assert right >= 0.76 * sum(given.values())
    assert falsely <= 0.04 * sum(given.values())


def test_another_year_or_count_hardly_ever_agrees() -> None:
    """Sentences of our own texts with one year or count altered: a false "agrees" is the error that must not happen."""
    given: Counter[Verdict] = Counter()
    for path in sorted((Path(__file__).parent / "accuracy" / "texts").glob("*.txt")):
        told = build([read(path)])
        for fact in told.facts:
            values = [
                (date, re.sub(r"\b(?:19|20)\d\d\b", lambda m: str(int(m[0]) - 7), date.text)) for date in fact.dates
            ]
            values += [(f, re.sub(r"^\d{2,3}\b", lambda m: str(int(m[0]) * 3 + 1), f.text)) for f in fact.figures]
            for value, other in values if fact.text.endswith(".") else ():
                if other != value.text:
                    at = value.start - fact.start
                    given[check(told, fact.text[:at] + other + fact.text[at + len(value.text) :]).verdict] += 1
    assert given[Verdict.DIFFERS] > 0.8 * sum(given.values())
    assert given[Verdict.AGREES] <= 0.02 * sum(given.values())


@pytest.mark.parametrize(
    ("text", "claim", "verdict"),
    [
        (
            "The Mission of Tern closed. The three agencies will stay in Tern.",
            "The Mission of Tern will not leave.",
            "not stated",
        ),
        ("Asked if he would resign, Mayor Tom Berg said no.", "Tom Berg will resign.", "not stated"),
        ("Mayor Tom Berg will resign on Monday.", "Tom Berg will resign.", "agrees"),
        ("Some 1,350 people were held on the island of Foyle.", "1,350 children were held on Foyle.", "not stated"),
        ("Some 1,350 children were held on the island of Foyle.", "1,350 people were held on Foyle.", "agrees"),
        (
            "“The boats come back,” Tom Berg said. “This is a good day,” said Ana Lind.",
            "Ana Lind said boats come back.",
            "differs",
        ),
    ],
)
def test_what_is_not_quite_told_is_not_agreed_to(text: str, claim: str, verdict: str) -> None:
    assert check(build([read(text.encode())]), claim).verdict.value == verdict


CITY = """Harbour war ends

The Council of Tern approved a plan for the harbour in 2018, but it was dismissed by the Senate of Tern. Ana Costa said \
her union plans to close the harbour. Tom Berg was arrested in Westport by the police. In Tern, Eva Lund chaired the \
meeting, and Jo Holt in Westport. The city marked the 76th birthday of the harbour master Olaf Lind (3 May 1950 – \
4 June 2016). He was taken to the district of Mueda. While 54 nations have signed the pact, only 27 have ratified it.

Cells Inc. had 3.7 GW of capacity and Lumen Corp. had 3 GW of output. South Dakota Gov. Kris Noll sent two guards. The \
two hostages were handed over to US forces. The airline will grow again in the early 2020s. The mayor denounced the plan.

The Senate welcomed resolution 1590 of March 24, 2005. Lund is an engineer of the port.
"""


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        ("The Council of Tern approved a plan for the harbour in 2018.", "agrees"),
        ("The Senate of Tern approved a plan for the harbour in 2018.", "differs"),
        ("Ana Costa said her union closed the harbour.", "not stated"),
        ("Ana Costa said her union plans to close the harbour.", "agrees"),
        ("Amnesty International arrested Tom Berg in Westport.", "not stated"),
        ("The police arrested Tom Berg in Westport.", "agrees"),
        ("Eva Lund chaired the meeting in Tern.", "agrees"),
        ("The city marked the 75th birthday of the harbour master Olaf Lind.", "differs"),
        ("Olaf Lind died in 2016.", "agrees"),
        ("Olaf Lind was born on 4 May 1950.", "differs"),
        ("He was taken to the district of Palma.", "differs"),
        ("27 nations have ratified the pact.", "agrees"),
        ("37 nations have ratified the pact.", "differs"),
        ("Resolution 1590 was adopted on March 24, 2005.", "agrees"),
        ("Resolution 1590 was adopted on March 24, 2004.", "differs"),
        ("Tom Berg is an engineer of the port.", "not stated"),
        ("Lumen Corp. had 3 GW of output.", "agrees"),
        ("Kris Noll is the governor of South Dakota.", "agrees"),
        ("The two hostages were handed over to US forces.", "agrees"),
        ("The hostages were handed over to US forces.", "agrees"),
        ("The airline will grow again in the late 2020s.", "differs"),
        ("The mayor welcomed the plan.", "differs"),
    ],
)
def test_who_does_it_and_whether_it_is_done(claim: str, verdict: str) -> None:
    assert check(build([read(CITY.encode())]), claim).verdict.value == verdict


@pytest.mark.parametrize(
    ("claim", "stated"),
    [
        ("Exports rose from 30 percent in 2019 to 52 percent.", "42 percent"),
        ("The daily yield is 58,000 litres now.", "78,000 litres"),
    ],
)
def test_the_value_that_is_meant_is_the_one_that_is_shown(claim: str, stated: str) -> None:
    text = b"Exports rose from 30 percent in 2019 to 42 percent. The yield is to grow to 105,000 litres, and the daily \
yield is 78,000 litres now."
    checked = check(build([read(text)]), claim)
    assert [s.stated for s in checked.slots if s.slot == "how many" and s.verdict is Verdict.DIFFERS] == [stated]


def test_a_denial_and_a_slip_in_a_name_are_shown(table: FactTable) -> None:
    denied = check(table, "Mayor Costa did not close the Harbour Museum.")
    assert denied.verdict is Verdict.DIFFERS
    assert [(s.claimed, s.stated) for s in denied.slots if s.slot == "denied"] == [("yes", "no")]
    turned = check(build([read(b"Ana Costa sued Tom Hale in May.")]), "Tom Hale sued Ana Costa in May.")
    differing = [slot for slot in turned.slots if slot.verdict is Verdict.DIFFERS]
    assert [(s.slot, s.claimed, s.stated) for s in differing] == [
        ("told of", "Tom Hale, Ana Costa", "Ana Costa, Tom Hale")
    ]
    slip = check(table, "Mayor Costta closed the Harbour Museum.")
    assert check(table, "Costta is mayor").corrections
    assert ("Costta", "Costa") in [(s.claimed, s.stated) for s in slip.slots if s.slot == "who"]


@pytest.mark.parametrize(
    ("claim", "verdict", "stated"),
    [
        ("The union has 1,900 members.", "agrees", "1,900 members"),
        ("The union has 2,000 members.", "differs", "1,900 members"),
        ("1,240 members voted for a strike.", "agrees", "1,240"),
        ("1,900 members voted for a strike.", "differs", "1,240"),
    ],
)
def test_a_part_and_its_whole_are_told_apart(claim: str, verdict: str, stated: str) -> None:
    text = b"The union said 1,240 of its 1,900 members voted for a strike on Monday."
    checked = check(build([read(text)]), claim)
    assert (checked.verdict.value, [s.stated for s in checked.slots if s.slot == "how many"]) == (verdict, [stated])


def test_a_resolution_beside_the_one_that_did_it_changes_nothing() -> None:
    table = build([read(b"Despite resolution 1500 the mandate was extended by resolution 1546.")])
    assert check(table, "The mandate was extended by resolution 1546.").verdict is Verdict.AGREES
    assert check(table, "The mandate was extended by resolution 1500.").verdict is not Verdict.AGREES


@pytest.mark.parametrize("claim", ["Tern Line saw a house by road 3", "Quandex saw a house by road 3"])
def test_a_name_behind_all_that_is_read_of_a_sentence(claim: str) -> None:
    houses = ", ".join(f"a house by road {number}" for number in range(200))
    text = f"{claim[:-22]} grows\n\nThe men saw {houses} before the Ministry of Health came."
    assert check(build([read(text.encode())]), claim).verdict.value != "differs"


def test_of_an_office_that_is_not_told_the_nearest_sentence_is_shown() -> None:
    table = build([read(b"Tern news. Tom Berg, the mayor, spoke. Ana Costa left.")])
    answer = check(table, "Tom Berg is a singer")
    assert (answer.verdict, answer.facts) == (Verdict.NOT_STATED, ("f2",))
