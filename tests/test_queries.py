"""Saved queries: their headers, typed parameters, and errors that name what is allowed."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg import headers, queries
from kg.errors import UsageError
from kg.reader import Reader

TEXT = """#+ summary:
#+   vi: Nhiệm vụ của một cơ quan
#+   en: "Tasks of an agency: by due day"
#+ description:
#+   vi: >
#+     Các nhiệm vụ cơ quan chủ trì,
#+     xếp theo hạn.
#+ tags: [agency, 'task', "due: day"]
#+ params:
#+   agency:
#+     type: agency
#+     label: {vi: Cơ quan, en: "Agency, or office"}
#+     required: true
#+     example: Bộ Công an
#+   status:
#+     choices: [overdue, done]
#+     default: overdue
#+   until: {type: date}
#+   # a comment
#+   unit:
#+     choices-query: |
#+       SELECT DISTINCT ?value ?label {
#+         ?x <x:unit> ?value  # a hash is no comment here
#+       }
#+ example:
#+   agency: Bộ Công an
SELECT ?task { VALUES ?agency { UNDEF } ?task <x:lead> ?agency }
"""


def test_a_header_is_read() -> None:
    query = queries.parse("tasks", TEXT, "tasks.rq")
    assert query.summary == {"vi": "Nhiệm vụ của một cơ quan", "en": "Tasks of an agency: by due day"}
    assert query.description == {"vi": "Các nhiệm vụ cơ quan chủ trì, xếp theo hạn."}
    assert query.tags == ("agency", "task", "due: day")
    agency, status, until, unit = query.parameters
    assert (agency.type, agency.required, agency.label["en"]) == ("agency", True, "Agency, or office")
    assert (status.type, status.choices, status.default) == ("text", ("overdue", "done"), "overdue")
    assert until.type == "date"
    assert unit.choices_query == (
        "SELECT DISTINCT ?value ?label {\n  ?x <x:unit> ?value  # a hash is no comment here\n}"
    )
    assert query.example == {"agency": "Bộ Công an"}


VALUES = [
    # each way to write a value
    ("#+ a: b", {"a": "b"}),
    ("#+ a: 'it''s'  \n#+ b: \"x\\ny\"", {"a": "it's", "b": "x\ny"}),
    ("#+ a: [1, [2, 3], {b: c}]", {"a": ["1", ["2", "3"], {"b": "c"}]}),
    ("#+ a:\n#+   - b\n#+   - c d", {"a": ["b", "c d"]}),
    ("#+ a: 12:30 # said", {"a": "12:30"}),
    ("#+ a: {}\n#+ b: []", {"a": {}, "b": []}),
    ("#+ a: |\n#+   x\n#+\n#+     y\n#+ b: z", {"a": "x\n\n  y", "b": "z"}),
    ("#+a: b", {"a": "b"}),
]


@pytest.mark.parametrize(("text", "expected"), VALUES)
def test_the_values_of_a_header(text: str, expected: object) -> None:
    assert headers.parse(text, "x.rq") == expected


WRONG = [
    ("#+ a: b\n#+     c: d", r"x\.rq:2: it is indented more"),
    ("#+ a: b\n#+ a: c", r"x\.rq:2: a stands twice"),
    ("#+ a", r"x\.rq:1: `name: value` is wanted"),
    ("#+ a: [b", r"x\.rq:1: \] is missing"),
    ("#+ a: 'b", r"x\.rq:1: the quotes of"),
    ("#+ - a", r"x\.rq: the header's lines"),
    ("#+ sumary: a", r"unknown entry 'sumary' in the header; allowed are summary, "),
    ("#+ params: {a: {type: number}}", r"unknown type 'number'; allowed are document, .*integer"),
    ("#+ params: {a: {typ: text}}", r"a: unknown entry 'typ'; allowed are type, label"),
    ("#+ summary: {fr: x}", r"unknown language 'fr'; allowed are vi, en"),
]


@pytest.mark.parametrize(("text", "message"), WRONG)
def test_a_wrong_header_is_told_with_its_line(text: str, message: str) -> None:
    with pytest.raises(UsageError, match=message):
        queries.parse("x", text, "x.rq")


def test_a_query_without_a_header_takes_its_blocks() -> None:
    query = queries.parse("x", "ASK { VALUES ?a { UNDEF } ?a ?b 'VALUES ?c { UNDEF }' }", "x.rq")
    assert [parameter.name for parameter in query.parameters] == ["a"]


def test_unknown_queries_and_files(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"no saved query 'nothing-of-that-name'.*`kg queries`"):
        queries.find("nothing-of-that-name")
    with pytest.raises(UsageError, match="cannot be read: No such file"):
        queries.find(str(tmp_path / "x.rq"))
    (tmp_path / "x.rq").write_bytes(b"ASK {} # \xff")
    with pytest.raises(UsageError, match="not UTF-8 at byte 9"):
        queries.find(str(tmp_path / "x.rq"))


def given(text: str, values: dict[str, str], reader: Reader) -> dict[str, list[str]]:
    query = queries.parse("x", text, "x.rq")
    return {
        name: [str(term) for term in terms] for name, terms in queries.values(query, values, reader.release).items()
    }


TYPED = [
    ("text", 'Bộ "Y" tế', '"Bộ \\"Y\\" tế"'),
    ("integer", "-12", '"-12"^^<http://www.w3.org/2001/XMLSchema#integer>'),
    ("decimal", "30.5", '"30.5"^^<http://www.w3.org/2001/XMLSchema#decimal>'),
    ("date", "2024-02-29", '"2024-02-29"^^<http://www.w3.org/2001/XMLSchema#date>'),
    ("period", "2024-Q1", '"2024-Q1"'),
    ("boolean", "true", '"true"^^<http://www.w3.org/2001/XMLSchema#boolean>'),
    ("iri", "http://x/đ", "<http://x/đ>"),
    ("document", "142/qd-ttg@2024", "<https://w3id.org/vnpolicy/id/document/2024/142-qd-ttg>"),
    ("agency", "bo cong an", "<https://w3id.org/vnpolicy/id/agency/bo-cong-an>"),
]


@pytest.mark.parametrize(("kind", "value", "term"), TYPED)
def test_a_value_becomes_a_term_of_its_type(gold_reader: Reader, kind: str, value: str, term: str) -> None:
    assert given(f"#+ params: {{a: {kind}}}\nASK {{}}", {"a": value}, gold_reader) == {"a": [term]}


UNTYPED = [
    ("integer", "1.5", "a is a whole number such as 10, not '1.5'"),
    ("date", "2023-02-30", "2023-02-30 is no day"),
    ("date", "02/02/2024", "a is a day such as 2024-02-29"),
    ("boolean", "có", "a is true or false"),
    ("iri", "javascript:alert(1) ", "a is an IRI, not|http"),
    ("iri", "http://x/> . ?s ?p ?o", "a is an IRI"),
    ("agency", "Bộ Không Có", "no agency, office or group goes by it"),
    ("{choices: [overdue, done]}", "gone", "a is one of overdue, done, not 'gone'"),
]


@pytest.mark.parametrize(("kind", "value", "message"), UNTYPED[:4] + UNTYPED[5:])
def test_a_value_of_another_type_is_told(gold_reader: Reader, kind: str, value: str, message: str) -> None:
    with pytest.raises(UsageError, match=message):
        given(f"#+ params: {{a: {kind}}}\nASK {{}}", {"a": value}, gold_reader)


def test_missing_and_unknown_parameters(gold_reader: Reader) -> None:
    with pytest.raises(
        UsageError, match='agency is wanted: the id, name or IRI of an agency, as -p agency="Bộ Công an"'
    ):
        given(TEXT, {}, gold_reader)
    with pytest.raises(UsageError, match="no parameter 'agencies'; it takes agency, status, until, unit"):
        given(TEXT, {"agencies": "x"}, gold_reader)
    assert given(TEXT, {"agency": "Bộ Công an"}, gold_reader)["status"] == ['"overdue"']


def test_a_time_that_ends_before_it_begins_is_told(gold_reader: Reader) -> None:
    days = "#+ params: {from: date, to: date}\nASK {}"
    with pytest.raises(UsageError, match="from 2026-01-01 lies after to 2025-12-31; exchange them"):
        given(days, {"from": "2026-01-01", "to": "2025-12-31"}, gold_reader)
    periods = "#+ params: {from: period, to: period}\nASK {}"
    with pytest.raises(UsageError, match="from 2025-Q3 lies after to 2025-06"):
        given(periods, {"from": "2025-Q3", "to": "2025-06"}, gold_reader)
    assert given(periods, {"from": "2025-Q3", "to": "2025"}, gold_reader)  # a part of it
    assert given("#+ params: {from: text, to: text}\nASK {}", {"from": "b", "to": "a"}, gold_reader)


def test_a_parameter_counts_once() -> None:
    assert queries.pairs([("a", "1"), ("b", "1")], "q") == {"a": "1", "b": "1"}
    with pytest.raises(UsageError, match="q: a is given twice, as '1' and as '2'; give it once"):
        queries.pairs([("a", "1"), ("b", "1"), ("a", "2")], "q")


def test_a_saved_query_runs(gold_reader: Reader) -> None:
    text = """#+ params: {agency: agency}
    SELECT ?task { VALUES ?agency { UNDEF } ?task vp:leadAgency ?agency }"""
    query = queries.parse("x", text, "x.rq")
    of_one = queries.table(gold_reader, query, {"agency": "Bộ Công an"})
    of_all = queries.table(gold_reader, query, {})
    assert 5 < len(of_one) < len(of_all)


def test_choices_from_the_data(gold_reader: Reader) -> None:
    text = """#+ params:
#+   unit:
#+     choices-query: |
#+       SELECT DISTINCT ?value { ?x sdmx-attribute:unitMeasure ?value } ORDER BY ?value
ASK {}"""
    (unit,) = queries.parse("x", text, "x.rq").parameters
    assert ("%", "%") in queries.choices(gold_reader, unit)
