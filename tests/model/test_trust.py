from zakuro.model.acts import Charter, body_of
from zakuro.model.trust import Key, Trust


def test_what_is_usual_is_not_written_down() -> None:
    assert body_of(Key(public_key="k")) == {"public_key": "k"}
    assert body_of(Charter()) == {}
    assert body_of(Trust(vouchers=1)) == {"vouchers": 1}
