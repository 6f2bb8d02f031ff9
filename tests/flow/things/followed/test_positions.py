from tests.flow.builder import SAID
from tests.flow.things.builder import railway
from zakuro.flow.keeping.books import Books
from zakuro.flow.things import entering
from zakuro.flow.things.followed.positions import positions
from zakuro.flow.things.said import Search


def test_positions_go_by_speaker_and_day(told: Books) -> None:
    entering.tie(told, railway(told), "D-2:s3", filed_by="anna")
    found = list(positions(told))
    assert [(each.name, each.speakers, each.on) for each in found] == [
        ("D-2:s3", ("CHN",), SAID),
        ("D-2:s4", ("KAZ",), SAID),
        ("D-2:s8", ("KAZ",), SAID),
    ]
    assert (found[0].things, found[0].topics, found[0].state) == (("T-1",), ("trade",), "open")
    assert [each.name for each in positions(told, Search(topic="trade"))] == ["D-2:s3"]
