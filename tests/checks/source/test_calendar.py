"""This file tests the comparison of days and times with the source on sentences that no card holds, in twenty languages."""

import datetime

import pytest
from babel.dates import format_date

from audit.analyse import analyse
from audit.checks.source.both import Sides
from audit.checks.source.calendar import FAULTS
from audit.found import Found
from audit.model import Couple, Document, Original
from audit.segment import segment
from audit.spans import Span

# Language, source, translation, the fault, the words it is found in.
CHANGED = [
    ("fr", "La cour rendra sa décision mercredi prochain.", "The court will rule next Monday.", "weekday-changed", "Monday"),
    ("fr", "Les travaux ont débuté le 12 septembre.", "Work began on November 12.", "month-changed", "November"),
    ("fr", "Rendez-vous à 9h15 devant la mairie.", "Meet at 9:45 in front of the town hall.", "time-changed", "9:45"),
    ("fr", "La mode des années 50 revient.", "The fashion of the 1940s is back.", "decade-changed", "1940s"),
    ("fr", "Demain, les écoles resteront fermées.", "Yesterday the schools stayed closed.", "relative-day-changed", "Yesterday"),
    ("es", "El acuerdo se firmó el martes en Quito.", "The deal was signed in Quito on Thursday.", "weekday-changed", "Thursday"),
    ("es", "Las lluvias llegan en octubre.", "The rains come in August.", "month-changed", "August"),
    ("es", "El vuelo sale a las 18:40.", "The flight leaves at 8:40 p.m.", "time-changed", "8:40 p.m."),
    ("es", "La iglesia es del siglo XV.", "The church dates from the 14th century.", "century-changed", "14th century"),
    ("es", "El presidente viajó el mes pasado.", "The president will travel next month.", "relative-day-changed", "next month"),
    ("it", "Lo sciopero è previsto per venerdì.", "The strike is planned for Sunday.", "weekday-changed", "Sunday"),
    ("it", "Il 15 giugno riapre il teatro.", "The theatre reopens on June 16.", "date-changed", "16"),
    ("it", "La riunione è alle ore 17.", "The meeting is at 7 p.m.", "time-changed", "7 p.m."),
    ("it", "Gli anni Sessanta furono un'altra epoca.", "The 1950s were another era.", "decade-changed", "1950s"),
    ("pt", "A votação será na terça-feira.", "The vote will be on Thursday.", "weekday-changed", "Thursday"),
    ("pt", "A obra termina em fevereiro.", "The work ends in January.", "month-changed", "January"),
    ("pt", "A missa começa às 19h30.", "Mass starts at 9:30 p.m.", "time-changed", "9:30 p.m."),
    ("pt", "O crime ocorreu ontem.", "The crime will occur tomorrow.", "relative-day-changed", "tomorrow"),
    ("de", "Am Donnerstag tagt der Ausschuss.", "The committee meets on Tuesday.", "weekday-changed", "Tuesday"),
    ("de", "Das Gesetz gilt ab dem 1. Oktober.", "The law applies from 1 December.", "month-changed", "December"),
    ("de", "Die Sitzung beginnt um 10.15 Uhr.", "The session starts at 10:50 a.m.", "time-changed", "10:50 a.m."),
    ("de", "Das Haus wurde im 17. Jahrhundert gebaut.", "The house was built in the 16th century.", "century-changed", "16th century"),
    ("de", "Im Frühjahr wird gewählt.", "The election is in autumn.", "season-changed", "autumn"),
    ("de", "Die Zahlen wurden gestern veröffentlicht.", "The figures will be published tomorrow.", "relative-day-changed", "tomorrow"),
    ("nl", "De zitting is op woensdag.", "The hearing is on Friday.", "weekday-changed", "Friday"),
    ("nl", "Op 3 oktober gaat de brug open.", "The bridge opens on 13 October.", "date-changed", "13"),
    ("nl", "Vanaf half acht is het park open.", "The park is open from half past eight.", "time-changed", "half past eight"),
    ("ru", "Заседание перенесли на понедельник.", "The hearing was moved to Wednesday.", "weekday-changed", "Wednesday"),
    ("ru", "В ноябре цены вырастут.", "Prices will rise in September.", "month-changed", "September"),
    ("ru", "Памятник открыли 9 сентября.", "The monument was unveiled on September 19.", "date-changed", "19"),
    ("ru", "В 1960-х годах здесь был завод.", "In the 1970s there was a plant here.", "decade-changed", "1970s"),
    ("ru", "На следующей неделе приедет делегация.", "A delegation came last week.", "relative-day-changed", "last week"),
    ("uk", "Суд відбудеться у четвер.", "The trial takes place on Tuesday.", "weekday-changed", "Tuesday"),
    ("uk", "У серпні тут сухо.", "It is dry here in September.", "month-changed", "September"),
    ("uk", "Збори почнуться о 17:30.", "The meeting starts at 7:30 p.m.", "time-changed", "7:30 p.m."),
    ("pl", "Protest zaplanowano na sobotę.", "The protest is planned for Monday.", "weekday-changed", "Monday"),
    ("pl", "W sierpniu zamkną tunel.", "The tunnel will close in October.", "month-changed", "October"),
    ("pl", "Kościół z XVI wieku.", "A 15th-century church.", "century-changed", "15th-century"),
    ("pl", "Wczoraj zatrzymano podejrzanego.", "The suspect will be arrested tomorrow.", "relative-day-changed", "tomorrow"),
    ("cs", "Soud rozhodne v úterý.", "The court will decide on Thursday.", "weekday-changed", "Thursday"),
    ("cs", "V listopadu přijde sníh.", "Snow will come in October.", "month-changed", "October"),
    ("cs", "Jednání začíná v 9 hodin.", "The talks start at 11 a.m.", "time-changed", "11 a.m."),
    ("cs", "V šedesátých letech zde stála továrna.", "In the 1980s a factory stood here.", "decade-changed", "1980s"),
    ("tr", "Toplantı perşembe günü yapılacak.", "The meeting is on Tuesday.", "weekday-changed", "Tuesday"),
    ("tr", "Okullar 13 Eylül'de açılacak.", "Schools open on September 30.", "date-changed", "30"),
    ("tr", "Maç saat 21.45'te başlayacak.", "The match starts at 7:45 p.m.", "time-changed", "7:45 p.m."),
    ("tr", "Dün akşam yangın çıktı.", "A fire will break out tomorrow evening.", "relative-day-changed", "tomorrow"),
    ("ar", "تعقد الجلسة يوم الخميس.", "The session is on Monday.", "weekday-changed", "Monday"),
    ("ar", "تبدأ الدراسة في أيلول.", "School starts in October.", "month-changed", "October"),
    ("ar", "وصل الوفد أمس.", "The delegation arrives tomorrow.", "relative-day-changed", "tomorrow"),
    ("fa", "نشست روز چهارشنبه برگزار می‌شود.", "The session will be held on Sunday.", "weekday-changed", "Sunday"),
    ("fa", "او دیروز وارد تهران شد.", "He arrives in Tehran tomorrow.", "relative-day-changed", "tomorrow"),
    ("zh", "听证会将于周四举行。", "The hearing will be held on Tuesday.", "weekday-changed", "Tuesday"),
    ("zh", "11月3日，大桥通车。", "The bridge opened on November 13.", "date-changed", "13"),
    ("zh", "展览上午九点开门。", "The exhibition opens at 9 p.m.", "time-changed", "9 p.m."),
    ("zh", "他下个月访问日本。", "He visited Japan last month.", "relative-day-changed", "last month"),
    ("ja", "判決は木曜日に言い渡される。", "The verdict will be handed down on Tuesday.", "weekday-changed", "Tuesday"),
    ("ja", "10月1日から値上げする。", "Prices go up from November 1.", "month-changed", "November"),
    ("ja", "列車は午後6時15分に出発した。", "The train left at 6:50 p.m.", "time-changed", "6:50 p.m."),
    ("ja", "昨年の売上は伸びた。", "Sales will grow next year.", "relative-day-changed", "next year"),
    ("ko", "회의는 월요일에 열린다.", "The meeting is on Wednesday.", "weekday-changed", "Wednesday"),
    ("ko", "11월 9일 개막한다.", "It opens on November 19.", "date-changed", "19"),
    ("ko", "공연은 오후 8시에 시작한다.", "The show starts at 6 p.m.", "time-changed", "6 p.m."),
    ("id", "Sidang digelar pada Selasa.", "The hearing is on Thursday.", "weekday-changed", "Thursday"),
    ("id", "Pameran dibuka 8 Agustus.", "The exhibition opens on 18 August.", "date-changed", "18"),
    ("id", "Presiden tiba kemarin.", "The president arrives tomorrow.", "relative-day-changed", "tomorrow"),
    ("fi", "Kokous pidetään keskiviikkona.", "The meeting is on Monday.", "weekday-changed", "Monday"),
    ("fi", "Marraskuussa sataa lunta.", "It snows in September.", "month-changed", "September"),
    ("fi", "Juna lähtee klo 16.20.", "The train leaves at 6:20 p.m.", "time-changed", "6:20 p.m."),
    ("hi", "बैठक मंगलवार को होगी।", "The meeting is on Thursday.", "weekday-changed", "Thursday"),
    ("hi", "15 अगस्त को छुट्टी है।", "The holiday is on August 25.", "date-changed", "25"),
]
# Language, source, translation: nothing is wrong.
AGREE = [
    ("fr", "Il a été élu en mai et a pris ses fonctions mardi.", "He was elected in May and took office on Tuesday."),
    ("fr", "Mars a produit 3 % de moins que prévu.", "Mars produced 3 percent less than expected."),
    ("fr", "Hier, jeudi, la grève a continué.", "On Thursday the strike went on."),
    ("fr", "De 14h à 18h, la rue est fermée.", "The street is closed between 2 and 6 p.m."),
    ("fr", "Le 3e mardi du mois de mai.", "The third Tuesday in May."),
    ("fr", "Il est arrivé à 20 heures, 7 heures plus tard que prévu.", "He arrived at 8 p.m., seven hours late."),
    ("es", "El sábado y el domingo no hay mercado.", "There is no market at the weekend, neither on Sunday nor Saturday."),
    ("es", "Domingo Pérez llegó el lunes.", "Domingo Pérez arrived on Monday."),
    ("es", "Tardes de verano en Madrid.", "Summer evenings in Madrid."),
    ("es", "A las 12 de la noche cierran.", "They close at midnight."),
    ("it", "Il Mezzogiorno soffre più del Nord.", "The South suffers more than the North at noon on Sunday."),
    ("it", "Alle 20 di sabato.", "At 8 p.m. on Saturday."),
    ("it", "Nel Novecento e nel XIX secolo.", "In the 20th and 19th centuries."),
    ("pt", "O terceiro gol saiu aos 15 minutos.", "The third goal came on 15 minutes on Monday."),
    ("pt", "Às 15h desta terça (4), a sessão foi aberta.", "The session opened at 3 p.m. on Tuesday, the 4th."),
    ("de", "Der Sonntag gehört der Familie, sagt Frau Freitag.", "Sunday belongs to the family, says Ms Freitag."),
    ("de", "Er kam um kurz vor zwölf Uhr mittags.", "He came shortly before noon."),
    ("de", "Am 3. und 4. Juni wird gestreikt.", "There will be strikes on June 3 and 4."),
    ("de", "Die Nacht zum 1. Mai verlief ruhig.", "The night of April 30 was calm."),
    ("de", "Seit den Siebzigern lebt er hier.", "He has lived here since the 1970s."),
    ("nl", "Het is half een.", "It is half past twelve."),
    ("nl", "Een halfuur later, om 15.00 uur.", "Half an hour later, at 3 p.m."),
    ("ru", "Мартовские выборы прошли в воскресенье.", "The March elections were held on Sunday."),
    ("ru", "Через три часа, в пять утра, он уснул.", "Three hours later, at 5 a.m., he fell asleep."),
    ("ru", "В начале девяностых, ещё в прошлом веке.", "In the early 1990s, back in the twentieth century."),
    ("ru", "Летом ему исполнится сорок лет.", "He turns forty this summer."),
    ("uk", "Липень був теплий, а червень холодний.", "June was cold and July warm."),
    ("uk", "Минулої п'ятниці о 9 ранку.", "Last Friday at 9 a.m."),
    ("pl", "Czwarty mecz w czwartek.", "The fourth match is on Thursday."),
    ("pl", "Lata 90. były trudne, a lato 1997 roku tragiczne.", "The nineties were hard and the summer of 1997 tragic."),
    ("pl", "Na północ od Warszawy, o północy.", "North of Warsaw, at midnight."),
    ("cs", "V září, 5. září, začíná škola.", "School starts on 5 September."),
    ("cs", "Červen a červenec byly suché.", "June and July were dry."),
    ("cs", "Zima byla krutá.", "The cold was bitter all summer."),
    ("tr", "Pazar kuruldu, Salı günü açık.", "The market is set up and open on Tuesday."),
    ("tr", "Saat 15.00 sıralarında, iki saat sonra.", "At about 3 p.m., two hours later."),
    ("ar", "عقد الاجتماع يوم الأحد ٣ كانون الأول.", "The meeting was held on Sunday, December 3."),
    ("ar", "مارس الضغط على الحكومة في مايو.", "He put pressure on the government in May."),
    ("fa", "سه نفر روز شنبه کشته شدند.", "Three people were killed on Saturday."),
    ("zh", "周小川星期一表示，五一期间不休息。", "Zhou Xiaochuan said on Monday there would be no rest over the May 1 holiday."),
    ("zh", "北京时间26日凌晨3点开赛。", "The match starts at 8 p.m. on the 25th, London time."),
    ("zh", "一周后，他们再次见面，时间是下周三。", "A week later, next Wednesday, they met again."),
    ("ja", "今月3日に会見した。", "He spoke to the press on May 3."),
    ("ja", "3月期決算は10日に発表。", "Results for the year to March were out on the 10th."),
    ("ja", "夜8時から会議が始まった。", "The meeting started at 8 p.m."),
    ("ja", "一日中雨だった月曜日。", "A Monday on which it rained all day."),
    ("ko", "두 시간 동안 오전 9시부터.", "For two hours, from 9 a.m."),
    ("ko", "월 30만 원, 화요일 지급.", "300,000 won a month, paid on Tuesday."),
    ("id", "Dua minggu lalu, hari Minggu.", "Two weeks ago, on a Sunday."),
    ("id", "Pukul 7 malam.", "At 7 p.m."),
    ("fi", "Kesäkuussa on kesä.", "June is summer."),
    ("fi", "Klo 9 maanantaina 3.2.", "At 9 a.m. on Monday, February 3."),
    ("hi", "सोमवार सुबह 9 बजे।", "At 9 a.m. on Monday."),
    ("en", "The show is on Friday at 7.30pm.", "The show is at half past seven on Friday."),
]
LANGUAGES = "fr es it pt de nl ru uk pl cs fi tr id ar fa hi zh ja ko".split()
DAYS = [datetime.date(2021, month, 8 + month) for month in range(1, 13)]


def compared(language: str, source: str, text: str) -> list[tuple[str, Found]]:
    here, there = Span(0, len(text)), Span(0, len(source))
    return together(language, source, text, Couple(here, there, 1.0, here, there))


def together(language: str, source: str, text: str, couple: Couple) -> list[tuple[str, Found]]:
    document = Document("a", text, source=source, source_language=language)
    sides = Sides(analyse(document, segment(document)), Original(source, language, ()), language, (couple,))
    return [(fault, found) for fault, find in FAULTS.items() for found in find(sides)]


@pytest.mark.parametrize(("language", "source", "text", "fault", "words"), CHANGED)
def test_a_changed_day_or_time_is_found_with_its_words(language: str, source: str, text: str, fault: str, words: str) -> None:
    assert [(name, found.span.of(text)) for name, found in compared(language, source, text)] == [(fault, words)]


@pytest.mark.parametrize(("language", "source", "text"), AGREE)
def test_what_agrees_or_is_freely_rendered_is_left_alone(language: str, source: str, text: str) -> None:
    assert compared(language, source, text) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_weekday_month_and_day_of_the_year_is_compared(language: str) -> None:
    for day in DAYS:
        source = format_date(day, "full", locale=language)
        assert compared(language, source, f"It was {format_date(day, 'full', locale='en')}.") == [], source
        other = day + datetime.timedelta(days=67)
        found = compared(language, source, f"It was {format_date(other, 'full', locale='en')}.")
        assert {fault for fault, _ in found} == {"weekday-changed", "month-changed", "date-changed"}, source


def test_the_right_word_is_offered_in_the_case_of_the_wrong_one() -> None:
    ((_, found),) = compared("de", "Das Treffen ist am Mittwoch.", "The meeting is on Friday.")
    assert found.better == ("Wednesday",)
    ((_, found),) = compared("fr", "Hier, il a plu.", "Tomorrow it rained.")
    assert found.better == ("Yesterday",)


def test_of_two_weekdays_told_as_one_twice_the_second_is_found() -> None:
    text = "They met on Monday and again on Monday."
    ((_, found),) = compared("fr", "Ils se sont vus lundi, puis mardi.", text)
    assert found.span.start == text.rindex("Monday")


def test_what_stands_in_a_neighbouring_sentence_is_not_missing() -> None:
    text, source = "He came on Tuesday. She left.", "Il est venu lundi. Elle est partie mardi."
    couple = Couple(Span(0, 19), Span(0, 18), 1.0, Span(0, len(text)), Span(0, len(source)))
    assert together("fr", source, text, couple) == []


def test_an_unsure_couple_says_nothing() -> None:
    text, source = "He came on Monday.", "Il est venu mardi."
    here, there = Span(0, len(text)), Span(0, len(source))
    for confidence, count in ((0.2, 0), (0.9, 1)):
        assert len(together("fr", source, text, Couple(here, there, confidence, here, there))) == count
