"""Other words for keys: what people say elsewhere, and what the keys are called in Polish and Hungarian."""

from service_blueprint.reading.shapes import Authored
from service_blueprint.reading.slugs import slug

_MEANING = {
    # a step
    "customer": "client, user, guest, patient, visitor, klient, pacjent, ügyfél, vevő, vásárló",
    "evidence": "physical-evidence, proof, dowody, dowód, świadectwa, świadectwa-materialne, "
    "bizonyíték, tárgyi-elemek, kézzelfogható",
    "frontstage": "onstage, front-office, na-scenie, scena, előtér, színpad",
    "backstage": "back-office, za-kulisami, kulisy, zaplecze, háttér",
    "support": "supporting-processes, wsparcie, procesy-wspierające, támogatás, támogató-folyamatok",
    "phase": "stage, faza, etap, fázis, szakasz",
    "feeling": "feelings, emotion, emotions, mood, sentiment, uczucie, uczucia, emocja, emocje, nastrój, "
    "érzés, érzelem, érzelmek, hangulat",
    "feeling: {quote: ...}": "thinking, thoughts, thought, says, myśli, myśl, cytat, gondolat, gondolatok, idézet",
    "pain": "pains, pain-points, problem, problems, frustration, frustrations, ból, bolączka, bolączki, problemy, "
    "fájdalom, fájdalompont, probléma, problémák",
    "opportunity": "idea, ideas, improvement, improvements, szansa, szanse, pomysł, pomysły, "
    "lehetőség, lehetőségek, ötlet, ötletek",
    "question": "unknowns, pytanie, pytania, kérdés, kérdések",
    "metrics": "kpi, kpis, figures, measures, wskaźnik, wskaźniki, miernik, mierniki, mutató, mutatók",
    "moment-of-truth": "key-moment, moment-prawdy, igazság-pillanata, az-igazság-pillanata",
    "touchpoint": "contact-point, punkt-styku, érintkezési-pont, érintési-pont",
    "basis": "podstawa, alap",
    # a step or an action
    "channel": "medium, kanał, csatorna",
    "wait": "waiting-time, delay, czas-oczekiwania, oczekiwanie, czekanie, várakozás, várakozási-idő",
    "policy": "rule, rules, przepis, przepisy, zasada, zasady, szabály, szabályok",
    "note": "comment, comments, remark, remarks, uwaga, uwagi, notatka, megjegyzés",
    # an action
    "do": "action, działanie, czynność, cselekvés, tevékenység",
    "by": "actor, who, performer, kto, wykonawca, ki, szereplő",
    "to": "leads-to, arrows, dokąd, hová",
    "decision": "gateway, decyzja, döntés",
    "fails": "fail-points, failure, failures, punkt-krytyczny, punkty-krytyczne, hibapont, hibapontok",
    "uses": "system, systems, tool, tools, systemy, narzędzia, rendszer, rendszerek, eszközök",
    "time": "duration, takes, czas, idő",
    "cost": "expense, koszt, költség",
    "link": "url, href, odnośnik, hivatkozás",
    # a part of a step or an action
    "quote": "thinking, thoughts, thought, says, myśli, cytat, gondolat, gondolatok, idézet",
    "text": "tekst, szöveg",
    "words": "słowa, szavak",
    "severity": "dotkliwość, waga, súlyosság",
    "caused-by": "cause, causes, reason, przyczyna, ok",
    "source": "źródło, forrás",
    "recovery": "naprawa, helyreállítás",
    "target": "cel, cél",
    "label": "etykieta, felirat, címke",
    # a blueprint
    "steps": "kroki, krok, lépések, lépés",
    "title": "name, tytuł, nazwa, cím, név",
    "summary": "description, streszczenie, opis, összefoglaló, leírás",
    "goal": "aim, objective, cel, cél",
    "outcome": "rezultat, wynik, eredmény",
    "price": "cena, ár",
    "participants": "took-part, attendees, uczestnicy, résztvevők",
    "answers": "answer, odpowiada, válaszol",
    "expectations": "expectation, oczekiwania, elvárás, elvárások",
    "phases": "stages, fazy, etapy, fázisok, szakaszok",
    "persona": "osoba, persona-klienta, perszóna",
    "owner": "responsible, właściciel, odpowiedzialny, felelős, tulajdonos",
    "state": "stan, állapot",
    "language": "lang, język, nyelv",
    "sources": "źródła, források",
    "links": "odnośniki, hivatkozások",
    "tags": "keywords, tagi, etykiety, címkék",
    # the catalog
    "kind": "type, rodzaj, typ, fajta, típus",
    "actors": "aktorzy, szereplők",
    "channels": "kanały, csatornák",
    "role": "rola, szerep",
}
"""What to write, and the words that mean it. What is written begins with its key."""


def meant_by(key: str, around: type[Authored]) -> str | None:
    """What an author of the mapping ``around`` writes for ``key``, a word for one of its keys; None if it is none.

    Accents, upper and lower case, blanks and hyphens make no difference.
    """
    return next((meant for meant in _BY_WORD.get(slug(key), ()) if _key_of(meant) in around.known_keys()), None)


def meant_elsewhere(key: str, homes: tuple[type[Authored], ...]) -> tuple[str, type[Authored]] | None:
    """The same where the key that is meant belongs to another mapping, with the first of ``homes`` that has it."""
    for home in homes:
        if meant := meant_by(key, home):
            return meant, home
    return None


def _key_of(meant: str) -> str:
    return meant.partition(":")[0]


def _by_word() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for written, words in _MEANING.items():
        for word in words.split(", "):
            found[slug(word)] = (*found.get(slug(word), ()), written)
    return found


_BY_WORD = _by_word()
