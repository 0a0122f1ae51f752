"""People: tables of cases by class, hits and near misses apart. All names and events are invented."""

import pytest

from unami_cli.folding import words
from unami_cli.reading import read_text
from unami_cli.table import FactTable, build


def table(text: str) -> FactTable:
    return build([read_text(text)])


def names(text: str) -> list[str]:
    return [person.name for person in table(text).people]


# The class, the text, and the name of everybody in it in reading order.
PEOPLE = [
    (
        "state and office cut short",
        "Vermont Sen. Bernard Holt and Maryland Gov. Ann Ode left.",
        ["Bernard Holt", "Ann Ode"],
    ),
    ("an office that ends the name", "The film has Keanu Reeve. She met Tom King.", ["Keanu Reeve", "Tom King"]),
    ("a party and its state", "David Kinley, R-W.Va., voted no.", ["David Kinley"]),
    (
        "the namesake of a capital",
        "Denzel Washington met Ana Costa. Washington said so.",
        ["Denzel Washington", "Ana Costa"],
    ),
    ("couple", "Andre and Amanda Smythe sued the town.", ["Andre Smythe", "Amanda Smythe"]),
    ("no couple: a list", "Brandy, Monica and Lauryn Hillman sang.", ["Brandy", "Monica", "Lauryn Hillman"]),
    ("inserted first name", "He recalled [Phil] Gramling, who lost in 1996.", ["Phil Gramling"]),
    ("inserted surname", "It was my neighbour Jeff [Collins] who called.", ["Jeff Collins"]),
    ("inserted words, no name", "He said that [the mayor] Ana Costa had left.", ["Ana Costa"]),
    # after capitalised titles, ranks and services
    ("service and rank", "Army Lt. Gen. Ruben Adeyemi said the bridge was open.", ["Ruben Adeyemi"]),
    ("service and rank", "Air Force Maj. Carla Winstead flew the first sortie.", ["Carla Winstead"]),
    ("rank in full", "Lieutenant Colonel Tove Lindqvist led the patrol.", ["Tove Lindqvist"]),
    ("rank in lower case", "The order was signed by colonel Ilie Munteanu.", ["Ilie Munteanu"]),
    (
        "two after a plural title",
        "Cabinet ministers Jonathan Moyes and Saviour Kasuka fled.",
        ["Jonathan Moyes", "Saviour Kasuka"],
    ),
    ("title of two words", "Foreign Minister Anneli Saarinen arrived late.", ["Anneli Saarinen"]),
    ("title of a place", "Ruritanian President Otakar Blaha signed the law.", ["Otakar Blaha"]),
    ("title with a party", "Labour MP Priya Ramanathan asked the question.", ["Priya Ramanathan"]),
    ("title with a hyphen", "Vice-President Kofi Ansah-Boateng opened the session.", ["Kofi Ansah-Boateng"]),
    ("former title", "Former defence secretary Alasdair Kinnear was in the hall.", ["Alasdair Kinnear"]),
    ("honorific", "Mr Benedict Oyelaran waited outside.", ["Benedict Oyelaran"]),
    ("honorific with a dot", "Dr. Mercedes Quintana Vidal treated the wounded.", ["Mercedes Quintana Vidal"]),
    ("honour", "Dame Philippa Thornbury will chair the inquiry.", ["Philippa Thornbury"]),
    ("faith", "Archbishop Emeka Nwachukwu celebrated Mass.", ["Emeka Nwachukwu"]),
    ("court", "Justice Rosalind Achterberg dissented.", ["Rosalind Achterberg"]),
    ("royal", "Queen Ingeborg visited the camp.", ["Ingeborg"]),
    ("rank with (ret.)", "Maj. Gen. (ret.) Avner Talmor wrote the letter.", ["Avner Talmor"]),
    # what stands glued to a name
    ("contraction", "I'm Mario Lucero and this is it. We’ve Ana Costa here.", ["Mario Lucero", "Ana Costa"]),
    ("prefix", "Pan-democrat Lam Cheuk-ting met Gary Fan. Non-league clubs stayed.", ["Lam Cheuk-ting", "Gary Fan"]),
    ("two syllables", "The seat went to Yau Wai-ching of the city.", ["Yau Wai-ching"]),
    ("sentence without a stop", "The seat went to Elizabeth Quat In the north nobody won.", ["Elizabeth Quat"]),
    ("caption", "The student Ahmed Mohamed Image: the station.", ["Ahmed Mohamed"]),
    # appositions
    ("before an apposition", "Lucía Ferreyra, the mayor of Port Almara, closed the road.", ["Lucía Ferreyra"]),
    (
        "before one with commas",
        "Henrik Dahlgaard, minister for trade, industry and fisheries, said no.",
        ["Henrik Dahlgaard"],
    ),
    ("after an apposition", "The mayor of Port Almara, Lucía Ferreyra, closed the road.", ["Lucía Ferreyra"]),
    ("after a kind", "A baker, Tomasz Wilczek, saw the flash.", ["Tomasz Wilczek"]),
    ("after kin", "She was found by her son, Idris.", ["Idris"]),
    ("with an age", "Marta Zelenková, 34, lost her home.", ["Marta Zelenková"]),
    ("with an age in brackets", "Owen Tregear (41) was cleared.", ["Owen Tregear"]),
    # beside quotation marks
    ("after a quotation", "“It is over,” Femke Postma said.", ["Femke Postma"]),
    ("after a quotation, verb first", '"It is over," said Rajesh Venkataraman.', ["Rajesh Venkataraman"]),
    ("after a full quotation", "“It is over.” Nikos Papadakis said the road was shut.", ["Nikos Papadakis"]),
    # in lists
    (
        "list",
        "The victims were Ana Kovačević, Peter Lindgren and Rosa Delgado.",
        ["Ana Kovačević", "Peter Lindgren", "Rosa Delgado"],
    ),
    (
        "list with titles",
        "Senators Maria Teixeira and Donald Weatherby voted against it.",
        ["Maria Teixeira", "Donald Weatherby"],
    ),
    (
        "list with offices",
        "Prime Minister Eoin Gallagher, Defence Minister Sunniva Berg and General Paulo Antunes met on Monday.",
        ["Eoin Gallagher", "Sunniva Berg", "Paulo Antunes"],
    ),
    # particles, initials, hyphens
    ("al-", "Tariq al-Rashidi said the well was dry.", ["Tariq al-Rashidi"]),
    ("Al- and a middle name", "Nasser Hamid Al-Jaberi said the well was dry.", ["Nasser Hamid Al-Jaberi"]),
    ("bin", "Crown Prince Faisal bin Sultan opened the port.", ["Faisal bin Sultan"]),
    ("de", "Inés de la Torre said the vote was fair.", ["Inés de la Torre"]),
    ("van der", "Pieter van der Meulen said the dyke would hold.", ["Pieter van der Meulen"]),
    ("von", "Ambassador Klaus von Rabenau signed.", ["Klaus von Rabenau"]),
    ("apostrophe", "Siobhan O’Leary-Quinn said the tests had begun.", ["Siobhan O’Leary-Quinn"]),
    ("middle initial", "Thomas R. Blackwood said the tests had begun.", ["Thomas R. Blackwood"]),
    ("first initials", "J. P. Castellanos said the tests had begun.", ["J. P. Castellanos"]),
    ("generation", "Mayor Harold Pennington Jr. said the tests had begun.", ["Harold Pennington Jr."]),
    # orders of names
    ("Chinese", "Foreign Ministry spokesman Zhao Minghui denied it.", ["Zhao Minghui"]),
    ("Korean", "President Seo Jae-won left for Busan.", ["Seo Jae-won"]),
    ("Vietnamese", "Nguyen Thi Bich Ngoc, a teacher, saw the flood.", ["Nguyen Thi Bich Ngoc"]),
    ("Indonesian, one name", "President Sukarmo flew to Jakarta. Sukarmo said little.", ["Sukarmo"]),
    ("Arabic, four parts", "Judge Abdul Karim Saleh Mansour heard the case.", ["Abdul Karim Saleh Mansour"]),
    ("Somali", "Governor Abdirahman Warsame Gedi fled.", ["Abdirahman Warsame Gedi"]),
    ("Icelandic", "Birta Sigurðardóttir, a geologist, watched the crater.", ["Birta Sigurðardóttir"]),
    ("Turkish", "Çağlar Yıldızoğlu, the governor, said so.", ["Çağlar Yıldızoğlu"]),
    # one name, surname only, possessives
    ("one name by what he is", "A farmer named Dawud lost his herd. Dawud said he had nothing left.", ["Dawud"]),
    ("title and surname", "Mrs Okonjo-Bello declined to comment.", ["Okonjo-Bello"]),
    ("possessive", "Gen. Viktor Smolenko’s convoy was hit.", ["Viktor Smolenko"]),
    ("possessive after s", "Judge Clara Jacobs’ ruling stands.", ["Clara Jacobs"]),
    ("passive", "The deal was signed by Jadwiga Nowicka-Stern on Friday.", ["Jadwiga Nowicka-Stern"]),
    ("relative clause", "Ebele Anyanwu, who was born in Enugu, wrote the report.", ["Ebele Anyanwu"]),
    ("capitals", "SECRETARY HALVORSEN: Thank you all for coming here today.", ["HALVORSEN"]),
    (
        "service and rank",
        "U.S. Marine Corps Brig. Gen. Lorraine Haverstock briefed reporters.",
        ["Lorraine Haverstock"],
    ),
    ("police rank", "Det. Supt. Moira Kilbride appealed for witnesses.", ["Moira Kilbride"]),
    ("navy", "Rear Adm. Sanjay Kulkarni commands the group.", ["Sanjay Kulkarni"]),
    ("retired", "Retired Gen. Ulrich Steinhagen wrote the letter.", ["Ulrich Steinhagen"]),
    ("sheikh", "Sheikh Hamad Al-Dosari paid for the school.", ["Hamad Al-Dosari"]),
    ("pope", "Pope Leo prayed for the victims.", ["Leo"]),
    ("Sir with a middle", "Sir Edmund Carrick-Hale retired.", ["Edmund Carrick-Hale"]),
    ("two titles", "President-elect Dr Mwangi Kamau thanked voters.", ["Mwangi Kamau"]),
    ("possessive before", "Ruritania's President Otakar Blaha signed.", ["Otakar Blaha"]),
    ("co-chair", "Co-chair Mirela Popescu opened the talks.", ["Mirela Popescu"]),
    ("deputy", "Deputy Foreign Minister Rin Tanemura spoke.", ["Rin Tanemura"]),
    ("spokeswoman", "UNICEF spokeswoman Delphine Aubrac said so.", ["Delphine Aubrac"]),
    (
        "apposition with an acronym",
        "Delphine Aubrac, head of the Lake Chad Relief Agency (LCRA), said so.",
        ["Delphine Aubrac"],
    ),
    ("dash apposition", "The pilot – Captain Joonas Kettunen – survived.", ["Joonas Kettunen"]),
    ("brackets", "The minister (Aurelio Fontanarosa) denied it.", ["Aurelio Fontanarosa"]),
    (
        "list with semicolons",
        "Present were Ola Nordmann-Vik, mayor; Zsófia Bárány, engineer; and Hyun-woo Park, a student.",
        ["Ola Nordmann-Vik", "Zsófia Bárány", "Hyun-woo Park"],
    ),
    ("married couple", "Piotr and Agnieszka Zawadzki fled.", ["Piotr", "Agnieszka Zawadzki"]),
    ("kin in a couple", "Rosa Delgado and her husband, Iker, fled.", ["Rosa Delgado", "Iker"]),
    (
        "uncommon names",
        "Ebubekir Okutan and Wojciech Pszczółkowski signed the letter.",
        ["Ebubekir Okutan", "Wojciech Pszczółkowski"],
    ),
    ("according to", "According to Leilani Kahananui, the road was shut.", ["Leilani Kahananui"]),
    ("Thai", "Police chief Somchai Rattanakul resigned.", ["Somchai Rattanakul"]),
    ("Hungarian", "Nagy Ilona, a nurse, was there.", ["Nagy Ilona"]),
    ("Georgian", "Giorgi Kvaratskheladze, the deputy mayor, denied it.", ["Giorgi Kvaratskheladze"]),
    ("Welsh ap", "Dafydd ap Rhys said the mine would close.", ["Dafydd ap Rhys"]),
    ("D’", "Captain Luca D’Ambrosio-Ricci steered.", ["Luca D’Ambrosio-Ricci"]),
    ("Mac, a capital inside", "Ewan MacAllister said the tests had begun.", ["Ewan MacAllister"]),
    ("ibn", "The poet Salim ibn Qasim lived there.", ["Salim ibn Qasim"]),
    ("Abu", "The group’s leader, Abu Hamza al-Tikriti, was killed.", ["Abu Hamza al-Tikriti"]),
    ("el-", "Hany el-Masry was elected.", ["Hany el-Masry"]),
    ("Spanish y", "Judge Baltasar Ortega y Rivas ruled.", ["Baltasar Ortega y Rivas"]),
    ("Portuguese dos", "João Batista dos Reis was elected mayor.", ["João Batista dos Reis"]),
    ("surname later", "Farida Rahimzai won. Rahimzai’s rival conceded.", ["Farida Rahimzai"]),
    ("nickname in straight marks", 'Joseph "Joey" Baptiste said the road was shut.', ['Joseph "Joey" Baptiste']),
    ("nickname behind", "Ramón Escudero, known as “El Lobo”, was arrested.", ["Ramón Escudero"]),
    ("alias", "Commander Yusuf Dambe, alias General Fire, surrendered.", ["Yusuf Dambe"]),
    (
        "headline",
        "Saarinen Warns Of Long Winter\n\nForeign Minister Anneli Saarinen warned on Monday that the winter would be long and that the stocks were low.",
        ["Anneli Saarinen"],
    ),
    ("dateline", "PORT ALMARA (AP) — Lucía Ferreyra closed the road on Monday.", ["Lucía Ferreyra"]),
    ("caption", "Photo: Mina Hosseinzadeh/Reuters", ["Mina Hosseinzadeh"]),
    ("no-break space", "Tariq\xa0al-Rashidi said so.", ["Tariq al-Rashidi"]),
    ("soft hyphen", "Foreign Minister Anneli Saa\xadrinen arrived late.", ["Anneli Saarinen"]),
    ("after a colon", "The winner: Femke Postma.", ["Femke Postma"]),
    ("Markdown bold", "**Femke Postma** said the dyke would hold.", ["Femke Postma"]),
    ("transcript", "MR. PICKERING: Good afternoon, everyone, and thank you for coming.", ["PICKERING"]),
    ("doctor of a hospital", "Dr Leticia Amaral of Saint Jude Hospital operated.", ["Leticia Amaral"]),
    ("name that is a word", "Home Secretary Grace Field spoke.", ["Grace Field"]),
    ("name that is a place", "Chelsea Jordan said the shop was shut.", ["Chelsea Jordan"]),
    ("surname with a place in it", "Jack London-Smythe said the shop was shut.", ["Jack London-Smythe"]),
    ("surname a month", "Theresa April said the shop was shut.", ["Theresa April"]),
    ("footballer", "Striker Kwabena Osei scored twice.", ["Kwabena Osei"]),
    (
        "professor",
        "Prof Hildegard Weissmann, of the University of Port Almara, led the study.",
        ["Hildegard Weissmann"],
    ),
    ("passive of making", "The photographs were taken by Ismail Ferdous-Khan.", ["Ismail Ferdous-Khan"]),
    ("signature", "Matteo Bellandi, Governor", ["Matteo Bellandi"]),
    ("kin of somebody", "Blaha’s wife, Jitka, was there. President Otakar Blaha was not.", ["Otakar Blaha", "Jitka"]),
    ("subject of a verb of doing", "In the village, Hassan Diori grows millet.", ["Hassan Diori"]),
    ("surname after a quotation", "President Otakar Blaha spoke. “No,” Blaha said.", ["Otakar Blaha"]),
    ("rank of the line", "Sgt. 1st Class Dwayne Pickering was wounded.", ["Dwayne Pickering"]),
    ("nickname in marks", "William “Sparky” Hargreave drove the van.", ["William “Sparky” Hargreave"]),
    ("a verb of doing alone", "Yevhenia Kravchuk waited for three days.", ["Yevhenia Kravchuk"]),
    ("surname that is a place", "Ms Nakagawa’s lawyer objected.", ["Nakagawa"]),
]

# The class and a text that names nobody.
NOBODY = [
    ("a capital that acts", "Washington is also sending a warship, and Washington and the Taliban signed it."),
    ("a company by its first word", "Porschia said sales fell. The carmaker Porschia Motors Inc. grew."),
    ("staff", "The General Staff said no."),
    ("code with a digit", "IE6 said no. ABC13 called the office."),
    ("country", "Ruritania signed the treaty with South Sudan."),
    ("city", "The convoy left Port Sudan for El Fasher."),
    ("city of a person's name", "They met in San Antonio and later in Santa Clara."),
    ("river", "The Blue Nile rose two metres near Khartoum."),
    ("ship", "The USS Gerald Hutchins left the harbour."),
    ("operation", "Operation Desert Falcon began at dawn."),
    ("unit", "The 3rd Marine Division crossed the river."),
    ("book", "He wrote “Martin Chuzzlewit” in his youth."),
    ("media", "The Washington Herald first reported the strike."),
    ("company", "Morgan Whitfield Ltd. built the pier."),
    ("company of two people", "Shares of Johnson & Hartley fell."),
    ("university", "Students of Adam Mickelson University marched."),
    ("hospital", "The wounded were brought to King Hassan Hospital."),
    ("airport", "Flights from Charles Lemaire Airport were halted."),
    ("prize", "The Alfred Brandt Prize went to no one."),
    ("storm", "Hurricane Melinda tore off the roofs."),
    ("law", "The court struck down the Clean Water Act."),
    ("month", "In May the rains came, and in June they went."),
    ("weekday", "On Good Friday the shops were shut."),
    ("office alone", "The Prime Minister met the Foreign Secretary."),
    ("described only", "A spokesman said that a doctor had seen the boy."),
    ("nationality", "French and Ruritanian troops held the line."),
    ("treaty", "The Treaty of Westhaven ended the war."),
    ("road", "The blast was on Nelson Mandeville Road."),
    ("language", "The leaflets were in Swahili and Amharic."),
    ("sentence start", "However, Despite the rain the march began."),
    ("headline", "Peace Talks Resume As Ceasefire Holds In Capital"),
    ("weapon", "A Tomahawk missile struck the silo."),
    ("team", "The Harlow Tigers beat the Leeds Rovers."),
    ("something else of a name", "The Eiffel Tower was lit in blue."),
    ("something else of a name", "Lake Victoria has risen."),
    ("something else of a name", "Mount Kenya was closed to climbers."),
    ("something else of a name", "They drove a Land Rover to Wadi Halfa."),
    ("something else of a name", "The St. Mary Church burned down."),
    ("something else of a name", "The Holy Cross Cathedral was full."),
    ("something else of a name", "Camp Lemonnier was attacked."),
    ("something else of a name", "The Gerald Ford Carrier Strike Group sailed."),
    ("something else of a name", "The Dayton Accords ended the war."),
    ("something else of a name", "Goldman Brothers cut its forecast."),
    ("something else of a name", "Ernst & Jung audited it."),
    ("something else of a name", "The Nobel Peace Prize was given."),
    ("something else of a name", "Black Friday sales fell."),
    ("something else of a name", "New Zealand beat South Africa."),
    ("something else of a name", "The Northern Alliance took the town."),
    ("something else of a name", "The Kingdom of Ruritania joined."),
    ("something else of a name", "Bosnia and Herzegovina voted."),
    ("something else of a name", "Boko Haram fighters fled."),
    ("something else of a name", "The Muslim Brotherhood was banned."),
    ("something else of a name", "Al Noor Mosque was shut."),
    ("something else of a name", "The White Nile and Upper Nile states flooded."),
    ("something else of a name", "Martin Luther King Boulevard was closed."),
    ("something else of a name", "Eid al-Adha fell in July."),
    ("something else of a name", "Ash Wednesday and Yom Kippur are holidays."),
    ("something else of a name", "The Robert Koch Institute warned of it."),
    ("something else of a name", "Typhoon Haiyan struck."),
    ("something else of a name", "The Falcon 9 rocket flew."),
    ("something else of a name", "Cape Verde and Costa Rica agreed."),
    ("something else of a name", "Ho Chi Minh City was flooded."),
    ("something else of a name", "The San Jose mine collapsed."),
    ("something else of a name", "Cyclone Freddy made landfall."),
    ("something else of a name", "Mercy Corps sent tents."),
    ("something else of a name", "Amnesty International said so."),
    ("something else of a name", "Western Sahara was on the agenda."),
    ("something else of a name", "The Catholic Church said so."),
    ("something else of a name", "Supreme Court judges ruled."),
    ("something else of a name", "Palm Sunday was quiet."),
    ("something else of a name", "Security Council members voted."),
    ("something else of a name", "Port Harcourt residents fled."),
    ("something else of a name", "Dear Sir or Madam, we write to you about the dam."),
    ("something else of a name", "Minister of Finance and Planning"),
    ("something else of a name", "The Jordan River is low."),
    ("something else of a name", "The Sultan Qaboos Grand Mosque was lit."),
    ("ship with the", "The frigate HMS Lady Margaret was hit."),
]

# What ought to hold and does not yet, with the reason.
KNOWN_WRONG: list[tuple[str, str, list[str], str]] = [
    (
        "hard-wrapped",
        "The final report on the collapse of the dam was handed to Minister Aurelio\nFontanarosa on Monday, who promised that nobody in the valley would be left\nwithout help this winter.",
        ["Aurelio Fontanarosa"],
        "a minister whose name is in no list, before “on”, is read as a place",
    ),
    ("Burmese", "The editor, U Thein Lwin, was freed.", ["Thein Lwin"], "the honorific “U” is read as an initial"),
    ("Ethiopian", "Ato Getachew Bekele spoke.", ["Getachew Bekele"], "“Ato” is a given name as well as an honorific"),
    ("fall of", "The fall of Carrick ended it.", [], "a lone name in no list of places is read as a person"),
    (
        "peer",
        "Lord Fairweather of Ilkley rose to speak.",
        ["Fairweather of Ilkley"],
        "the place of a peerage is not taken into the name",
    ),
    (
        "book",
        "He read Anna Karenina on the train.",
        [],
        "the title of a book that is a person's name is read as a person",
    ),
    ("legend", "Santa Claus came.", [], "a figure of legend is read as a person"),
]


def _check(text: str, who: list[str]) -> None:
    found = table(text)
    assert [person.name for person in found.people] == who
    for person in found.people:
        forms = {words(form) for form in (person.name, *person.aliases)}
        assert person.mentions
        assert all(words(text[m.start : m.end]) in forms for m in person.mentions)


@pytest.mark.parametrize(("kind", "text", "who"), PEOPLE)
def test_everybody_is_found_by_bare_name(kind: str, text: str, who: list[str]) -> None:
    _check(text, who)


@pytest.mark.parametrize(
    ("text", "who"),
    [pytest.param(*c[1:3], marks=pytest.mark.xfail(strict=True, reason=c[3]), id=c[0]) for c in KNOWN_WRONG],
)
def test_known_wrong_about_people(text: str, who: list[str]) -> None:
    _check(text, who)


@pytest.mark.parametrize(("kind", "text"), NOBODY)
def test_what_is_nobody(kind: str, text: str) -> None:
    assert names(text) == []


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("On Tuesday Macron met Scholz in Berlin.", ["Macron", "Scholz"]),
        ("Modi and Xi shook hands.", ["Modi", "Xi"]),
        ("Erdogan’s party lost.", ["Erdogan"]),
        ("Saudi Arabia’s envoy left.", []),
        ("Everton beat Arsenal.", []),
    ],
)
def test_surnames_that_the_text_never_gives_more_fully(text: str, who: list[str]) -> None:
    assert names(text) == who


def test_a_headline_tells_nothing_of_whom_the_text_calls_so() -> None:
    text = "Berg camp answers\n\nMayor Tom Berg spoke. Ana Berg, a doctor, left. A guard said that Berg was tired."
    people = build([read_text(text)]).people
    assert [(one.name, len(one.mentions)) for one in people] == [("Tom Berg", 2), ("Ana Berg", 1), ("Berg", 1)]


@pytest.mark.parametrize(
    ("text", "people", "bodies"),
    [
        (
            "Balquen met them on Monday. Balquen chief executive Tom Berg left. Shares in Balquen fell.",
            ["Tom Berg"],
            ["Balquen"],
        ),
        ("Balquen met them on Monday. They live in Balquen. Floods hit Balquen, a town in Kent.", [], []),
        ("Ana Costa left. Costa said so. Shares of Costa Ltd rose.", ["Ana Costa"], ["Costa Ltd"]),
    ],
)
def test_a_name_is_one_kind_of_thing_all_over_an_article(text: str, people: list[str], bodies: list[str]) -> None:
    table = build([read_text(text)])
    assert [one.name for one in table.people] == people
    assert [one.name for one in table.organizations] == bodies
