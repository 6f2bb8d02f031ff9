import json
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zakuro.check.series.formats import points_of
from zakuro.model.errors import ZakuroError

HEADS = "indicator,reporter,partner,period,value,unit,source,how counted\n"


def test_a_plain_csv() -> None:
    text = HEADS + "trade,CHN,C5,2024,94.8,USD billion,example.org,Chinese customs\n"
    (point,), form = points_of(text.encode(), "trade.csv")
    assert (point.value, point.unit, point.counted, form) == (
        Decimal(94_800_000_000),
        "USD",
        "Chinese customs",
        "csv",
    )


def test_codes_of_two_letters_and_marks_of_excel() -> None:
    text = "\ufeff" + HEADS + "Exports,kz,CN,2023,14.7,USD billion,,\n"
    ((point,), _) = points_of(text.encode(), "trade.csv")
    assert (point.reporter, point.partner, point.indicator) == ("KAZ", "CHN", "exports")


def test_sdmx_csv() -> None:
    text = (
        "DATAFLOW,FREQ,REF_AREA,COUNTERPART_AREA,INDICATOR,TIME_PERIOD,OBS_VALUE,UNIT_MEASURE,"
        "UNIT_MULT\nX:TRADE(1.0),A,KZ,CN,exports,2023,14.67,USD,9\nX:TRADE(1.0),A,KZ,CN,exports,"
        "2024,,USD,9\n"
    )
    (points, form) = points_of(text.encode(), "sdmx.csv")
    assert [(p.reporter, p.value, p.source, form) for p in points] == [
        ("KAZ", Decimal("14670000000"), "X:TRADE(1.0)", "sdmx-csv")
    ]


def test_json_stat() -> None:
    data = {
        "version": "2.0",
        "class": "dataset",
        "source": "example.org",
        "id": ["flow", "reporter", "partner", "time"],
        "size": [1, 1, 1, 2],
        "role": {"time": ["time"], "metric": ["flow"]},
        "dimension": {
            "flow": {"category": {"index": ["trade"], "unit": {"trade": {"base": "USD million"}}}},
            "reporter": {"category": {"label": {"KGZ": "Kyrgyzstan"}}},
            "partner": {"category": {"index": {"CHN": 0}}},
            "time": {"category": {"index": {"2023": 1, "2022": 0}}},
        },
        "value": {"0": 4100, "1": 5430.5},
    }
    points, form = points_of(json.dumps(data).encode(), "trade.json")
    assert [(p.period, p.value, form) for p in points] == [
        ("2022", Decimal(4_100_000_000), "json-stat"),
        ("2023", Decimal(5_430_500_000), "json-stat"),
    ]


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("trade,CHN,C5,2024,many,USD,,", "line 2: 'many' is no number"),
        ("trade,CHN,C5,2024,NaN,USD,,", "no figure"),
        ("trade,Atlantis,C5,2024,1,USD,,", "no party"),
        ("trade,CHN,C5,last year,1,USD,,", "no period"),
        ("trade,CHN,C5,2024,1,million million,,", "no unit"),
        ("", "no figures"),
    ],
)
def test_what_cannot_be_read_is_told_with_its_line(line: str, told: str) -> None:
    with pytest.raises(ZakuroError, match=told):
        points_of((HEADS + line + "\n").encode(), "trade.csv")


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"a,b\n1,2\n", "no column indicator"),
        (b"\xff\xfe\x00", "not UTF-8"),
        (b"{not json", "no JSON-stat"),
        (b'{"id": ["time"], "size": [2], "dimension": {"time": {"category": {"index": ["1"]}}}, '
         b'"value": [1]}', "sizes"),
        (b"TIME_PERIOD,OBS_VALUE\n2024,1\n", "REF_AREA"),
    ],
)  # fmt: skip
def test_files_of_another_form_are_told(content: bytes, told: str) -> None:
    with pytest.raises(ZakuroError, match=told):
        points_of(content, "file")


@given(st.binary(max_size=80) | st.text(max_size=80).map(lambda text: text.encode()))
def test_rubbish_is_an_error_with_words(content: bytes) -> None:
    with pytest.raises(ZakuroError):
        points_of(content, "file")
