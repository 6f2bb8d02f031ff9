"""Clauses in which particles mark who acts."""

from __future__ import annotations

from datetime import date

import pytest

import zakuro
from tests.read.clauses.rows_of import read, rows


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("ペルーは港を建設する。", ["pledge will"]),
        ("首相は、港を建設すると表明した。", ["pledge will"]),
        ("政府は、港を建設する方針だ。", ["pledge intends-deed"]),
        ("アンデス開発銀行は港を建設する。", ["pledge will"]),
        ("港を建設していきたい。", ["pledge wishes"]),
        ("港が建設される。", []),
        ("ペルーは港を建設した。", ["result done"]),
        ("各国は港を建設すべきだ。", ["call ought"]),
    ],
)
def test_kinds(text: str, found: list[str]) -> None:
    assert rows(text, "ja") == found


def test_linked_clauses_take_the_kind_of_what_follows() -> None:
    found = [c for c in read("ペルーは港を建設し、50人を育成する方針だ。", "ja") if c.kind]
    assert [c.kind for c in found] == ["pledge", "pledge"]


def test_a_state_with_a_figure_is_a_result() -> None:
    assert rows("ペルーの銅の生産量は2023年に275万トンだった。", "ja") == ["result state"]


@pytest.mark.parametrize(
    ("text", "row", "giver"),
    [
        ("Қазақстанның ұн жіберетінін айтты.", "will", ("KAZ",)),
        ("Сеул Қырғызстанға ұн жібереді.", "will", ("KOR",)),
        ("Қазақстан Қырғызстанға жыл сайын ұн жібереді.", "habit", ("KAZ",)),
        ("Қазақстан банкіне Өзбекстан 5 млн доллар бөледі.", "will", ("UZB",)),
    ],
)
def test_endings_mark_who_acts(text: str, row: str, giver: tuple[str, ...]) -> None:
    found = read(text, "kk")[-1]
    assert found.row == row
    assert found.subject is not None
    assert found.subject.codes == giver


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("チリは港を開設すると表明した。", ["pledge will"]),
        ("チリは港を開設する方針だ。", ["pledge intends-deed"]),
        ("チリは港を開設する計画を発表した。", ["pledge intends-deed"]),
        ("チリは港の建設を検討している。", ["pledge consider"]),
        ("チリは港の開設を提案した。", ["proposal propose"]),
        ("チリはペルーに協力を求めた。", ["call calls"]),
        ("チリは港を開設しない。", []),
        ("チリは港を開設することで合意しなかった。", []),
        ("両国は港に割当てを設けないことで一致した。", ["pledge refrains"]),
        ("工事が終われば、チリは港を開設する。", []),
        ("停戦が成ればチリは港を開設する。", []),
        ("チリは港を開設する見通しだ。", []),
        ("チリは港を開設する用意があります。", ["pledge intends-deed"]),
        ("チリは港を開設したいと述べた。", ["pledge wishes"]),
        ("チリは港を検め直す意向を示した。", ["pledge says-it-intends"]),
        ("両国は港の開放を続けることを確認した。", ["pledge restates-deed"]),
        ("チリの輸出は50億ドルに上る。", ["result stands-at"]),
        ("チリの輸出は50億ドルだった。", ["result state"]),
        ("港を閉じてはならない。", ["call ought"]),
        ("チリの港を閉じてはどうか", ["proposal proposes"]),
        ("港の安全が重要であるとの認識で一致した。", ["position view"]),
        ("チリが供与する資金は次のとおり。", ["pledge announced"]),
        ("チリが供与する資金", ["pledge announced"]),
        ("カナダは病院への救急車2台の供与", ["pledge noun-alone"]),
        ("病院への救急車2台の供与", ["pledge noun-alone"]),
        ("理事会はペルーでの任務を延長することを決定した。", ["pledge will"]),
        ("チリの橋の修理が8月に完了した。", ["result thing-did"]),
        ("チリは鶏肉の輸入停止を解除した。", ["result did"]),
        ("銀行は従業員1200人を削減すると発表した。", []),
    ],
)
def test_what_a_clause_says(text: str, expected: list[str]) -> None:
    assert rows(text, "ja") == expected


def test_deeds_linked_in_one_sentence_are_two_pledges() -> None:
    found = read("チリは港を開設し、道路を建設することを決めた。", "ja")
    assert [(c.kind, c.act) for c in found] == [("pledge", "open"), ("pledge", "build")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("チリは港を開設する。", ("CHL",)),
        ("欧州連合（EU）は港を開設する。", ("EU",)),
        ("チリ側から、港を開設する旨述べた。", ("CHL",)),
        ("チリから、部品を輸入する。", None),
        ("世界銀行は港に融資する。", ()),
        ("ペルーの外相によると、同国は港を開設する。", ("PER",)),
        ("チリのボリッチ大統領は「わが国は港を開設する」と述べた。", ("CHL",)),
        ("日本とカリコムは、港を開設することで一致した。", ("JPN",)),
        ("会議はチリが主催した。", ("CHL",)),
    ],
)
def test_who_acts(text: str, expected: tuple[str, ...] | None) -> None:
    subject = read(text, "ja")[0].subject
    assert (subject.codes if subject is not None else None) == expected


def test_a_clause_about_a_thing_binds_nobody() -> None:
    assert read("チリとペルーが結んだ協定は来年発効する。", "ja")[0].kind is None


def kinds(text: str, home: str | None = "JPN") -> list[str]:
    statements = zakuro.read(text, language="ja", published=date(2024, 6, 4), home=home).statements
    return [statement.kind for statement in statements]


@pytest.mark.parametrize(
    "text",
    [
        "年内に港に新しい領事館が開設される。",
        "「来年度までに島の診療所に電気を通します」と木村外相は語った。",
        "会合では、各国が2030年までに森林の減少を止めることが確認された。",
        "2027年末までに肥料の備蓄を創設。",
    ],
)
def test_what_is_to_be_done_by_a_day_is_promised_though_no_actor_is_named(text: str) -> None:
    assert "pledge" in kinds(text)


def test_a_speaker_goes_on_in_the_sentence_behind() -> None:
    text = "伊藤首相は港を支えると述べた。「来年も橋の支援を行う」とも語った。"
    assert kinds(text) == ["pledge", "pledge"]


def test_a_name_in_quotation_marks_promises_nothing() -> None:
    assert kinds("事業は次のとおり。\n\n1.「北部の中学校における教室整備計画」") == []


def test_what_a_noun_is_for_is_no_promise_of_its_own() -> None:
    text = "ペルー政府は4日、港の整備に、今後5年間で3億ドルを拠出すると発表した。"
    assert kinds(text) == ["pledge"]


@pytest.mark.parametrize(
    "text",
    [
        "両国は防災の協力を進めていくことで一致(付属文書2参照)。",
        "日加両国は、双方で連絡の仕組みを向上させる意図を有する。",
        "木村外相は会合で「世界の先頭に立つ」として、協力を請け合った。",
    ],
)
def test_what_is_meant_or_warranted_is_promised(text: str) -> None:
    assert kinds(text) == ["pledge"]


def test_a_figure_in_what_is_only_told_promises_nothing() -> None:
    assert "pledge" not in kinds("大使は団体に対し、200件の申請から選ばれたことを祝う旨を述べた。")


@pytest.mark.parametrize(
    ("text", "givers"),
    [
        ("Елші 2025 жылы Жапония орман күзетіне сегіз дрон беретінін хабарлады.", ("JPN",)),
        ("Вьетнам Қазақстан жастарына жыл сайын 15 стипендия бөледі.", ("VNM",)),
        ("JICA 25 дәрігерді Токиода оқытады.", ("JPN",)),
    ],
)
def test_whom_an_office_says_to_give_gives(text: str, givers: tuple[str, ...]) -> None:
    told = zakuro.read(text, language="kk", home="KAZ").statements
    assert [(s.kind, s.givers) for s in told] == [("pledge", givers)]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("日本は昨年10月、ケニアの港を改修", ["result"]),
        ("日本は昨年10月、ケニアに船2隻を引き渡し。", ["result"]),
        ("日本は2023年8月、ケニアに医師400人を育成済み。", ["result"]),
        ("日本は2026年度、ケニアに車両20台を供与", ["pledge"]),
        ("昨年は交換公文の発効から入札まで14カ月を要した。", []),
        (
            "日本とケニアは10日に会合を開き、貿易を拡大することで合意した。",
            ["event", "pledge"],
        ),
        ("日本とケニアは来年、ナイロビで会合を開き、専門家を派遣する。", ["pledge", "pledge"]),
    ],
)
def test_what_stands_beside_a_day_that_has_passed_is_done(text: str, told: list[str]) -> None:
    read = zakuro.read(text, language="ja", published="2025-06-17").statements
    assert [s.kind for s in read] == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("日本は国際機関を経由した支援についても検討しているところであります。", ["pledge"]),
        ("日本はケニアに対し、9億円規模の支援を行うこととしております。", ["pledge"]),
        ("日本は、武装勢力に船員を解放するよう求めているところです。", ["call"]),
        ("ケニアは情報をもっと公開すべきではありませんか。", ["call"]),
        ("日本は護衛艦を派遣する考えは。", []),
        ("日本の議員連盟は首相に提言を手渡しました。", []),
        ("日本は、水の不足が農業に影響を与えていることを認識する。", ["position"]),
        ("世界銀行(WB)は本日、ネパールに1億ドルの融資を承認した。", ["pledge"]),
    ],
)
def test_the_forms_of_ministries_and_parliaments(text: str, told: list[str]) -> None:
    read = zakuro.read(text, language="ja", published="2025-06-17").statements
    assert [s.kind for s in read] == told


@pytest.mark.parametrize(
    ("text", "kind", "givers"),
    [
        ("日本はペルーを助けた。7月に超音波装置14台がペルーの病院に届いた。", "result", ()),
        ("日本からペルー柔道連盟へ柔道畳120枚をお渡ししました✨", "result", ("JPN",)),
        ("ジャマイカは昨年9月に24人を出した。", "result", ("JAM",)),
        ("カナダは6300万カナダドルを払い込んだ。", "result", ("CAN",)),
    ],
)
def test_what_came_or_was_sent(text: str, kind: str, givers: tuple[str, ...]) -> None:
    told = zakuro.read(text, language="ja", published="2025-06-17", home="JPN").statements
    last = told[-1]
    assert (last.kind, last.givers) == (kind, givers)


def test_a_letter_that_comes_is_no_gift() -> None:
    assert kinds("日本の便りが届く。") == []
