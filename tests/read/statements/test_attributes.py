"""Givers, receivers, quantities, period of statements."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

import zakuro
from zakuro.model.statement import Statement

DAY = date(2026, 1, 10)


def pledge(text: str, language: str = "en") -> Statement:
    statements = zakuro.read(text, language=language, published=DAY).statements
    return next(statement for statement in statements if statement.kind == "pledge")


def test_who_receives_is_named_or_the_others_who_meet() -> None:
    assert pledge("Chile will give aid to Peru.").receivers == ("PER",)
    met = "# Joint Statement of Chile and Peru\n\nChile will open a port."
    assert (pledge(met).givers, pledge(met).receivers) == (("CHL",), ("PER",))


def test_we_are_all_who_meet() -> None:
    assert pledge("# Joint Statement of Chile and Peru\n\nWe will act.").givers == ("CHL", "PER")
    assert pledge("We will act.").givers == ()


def test_a_number_in_a_name_measures_nothing() -> None:
    assert pledge("The two sides will open a port.").quantities == ()


def test_a_bare_number_counts_the_object_behind_it() -> None:
    (quantity,) = pledge("Chile will build 12 large new hospitals.").quantities
    assert (quantity.value, quantity.unit) == (Decimal(12), "{hospital}")
    assert pledge("Under Order 1425 on tariffs, Chile will build a hospital.").quantities == ()


def test_nobody_promises_for_the_past_or_for_a_name() -> None:
    assert pledge("Under the accord of May 2019, Chile will open a port.").period is None
    assert pledge("Chile will act on the 2030 Agenda.").period is None
    period = pledge("In 2027 Chile will open a port.").period
    assert period is not None
    assert period.edtf == "2027"


def test_names_in_quotation_marks_are_what_it_is_about() -> None:
    (name,) = pledge("Chile will launch “Blue Coast”.").about
    assert name.name == "Blue Coast"


def test_what_is_said_again_repeats() -> None:
    text = "Chile will pay 5 million dollars.\n\nChile will pay 5 million dollars."
    first, second = zakuro.read(text, language="en").statements
    assert (first.repeats, second.repeats) == (None, first.id)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ('Peru will launch the "Great Makers of the Andes" programme.',
         ["Great Makers of the Andes"]),
        ('Peru will launch the project “Clean Lakes”.', ["Clean Lakes"]),
        ('Peru said: "We will build 20 schools in Chile."', []),
        ('Peru will grant "softer conditions" to Chile.', []),
    ],
)  # fmt: skip
def test_titles_in_quotation_marks_are_what_a_statement_is_about(
    text: str, names: list[str]
) -> None:
    made = zakuro.read(text, "en").statements
    assert [name.name for statement in made for name in statement.about] == names


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("In November Japan gave Kenya 3 million dollars.", "2025-11"),
        ("In April Japan gave Kenya 3 million dollars.", "2026-04"),
        ("In November 2024 Japan gave Kenya 3 million dollars.", "2024-11"),
        ("In November Japan will give Kenya 3 million dollars.", "2026-11"),
        ("Japan gave Kenya 3 million dollars on Friday, 12 June.", "2026-06-12"),
        ("Japan gave Kenya 3 million dollars on 9 June.", "2026-06-09"),
        ("Japan gave Kenya 3 million dollars on 12 December.", "2025-12-12"),
    ],
)
def test_what_was_done_in_a_month_was_done_before_it_was_told(text: str, period: str) -> None:
    (statement,) = zakuro.read(text, language="en", published=date(2026, 6, 10)).statements
    assert statement.period is not None
    assert statement.period.edtf == period


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("Japan will reopen a clinic in Kenya that has been shut since 2018.", None),
        ("Japan will reopen a clinic, shut since 2018, in Kenya by 2028.", "../2028"),
    ],
)
def test_what_has_run_for_years_is_no_time_of_a_promise(text: str, period: str | None) -> None:
    (statement,) = zakuro.read(text, language="en", published=date(2026, 6, 10)).statements
    assert (statement.period.edtf if statement.period else None) == period


TOLD = date(2026, 3, 1)


def period_of_the_first(text: str, language: str) -> str:
    (statement, *_) = zakuro.read(text, language=language, published=TOLD).statements
    assert statement.kind == "result"
    assert statement.period is not None
    return statement.period.edtf


@pytest.mark.parametrize(
    ("language", "text", "period"),
    [
        ("en", "Togo opened a clinic on Tuesday.", "2026-02-24"),
        ("ru", "В среду Казахстан открыл школу в Кении.", "2026-02-25"),
        ("ja", "日本は火曜日、ケニアに学校を建設した。", "2026-02-24"),
        ("zh", "周三，中国向肯尼亚提供了20辆公交车。", "2026-02-25"),
        ("kk", "Сәрсенбіде Қазақстан Кенияға 5 млн доллар берді.", "2026-02-25"),
        ("ru", "С сентября по ноябрь Казахстан передал Кении 20 автобусов.", "2025-09/2025-11"),
        ("ja", "日本は11月1日、2日、ケニアに20台のバスを供与した。", "2025-11-01/2025-11-02"),
        ("en", "On 29 February Japan gave Kenya 20 buses.", "2024-02-29"),
    ],
)
def test_what_is_done_was_done_on_the_last_such_day(language: str, text: str, period: str) -> None:
    assert period_of_the_first(text, language) == period


@pytest.mark.parametrize(
    ("language", "text", "period"),
    [
        ("en", "Japan gave Kenya 20 buses for next winter.", "2026-12/2027-02"),
        ("en", "Japan gave Kenya 20 buses for this June.", "2026-06"),
        ("ja", "日本は来年度の研修のためケニアに20台のバスを供与した。", "2026-04/2027-03"),
        ("zh", "中国已为明年的项目向肯尼亚提供了20辆公交车。", "2027"),
        ("ja", "日本は今月15日、ケニアに20台のバスを供与した。", "2026-03-15"),
    ],
)
def test_a_time_that_is_told_to_come_stays(language: str, text: str, period: str) -> None:
    assert period_of_the_first(text, language) == period


@pytest.mark.parametrize("time", ["Наурызда", "2026 жылы", "Былтыр"])
def test_a_time_that_opens_a_sentence_before_a_name_is_a_time(time: str) -> None:
    text = f"Қонақтар келді. {time} Жапония Кенияға 5 млн доллар берді."
    statements = zakuro.read(text, language="kk", published=date(2026, 6, 10)).statements
    assert statements[-1].period is not None
