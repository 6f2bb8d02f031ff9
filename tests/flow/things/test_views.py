from zakuro.flow.things.views import called


def test_a_thing_is_called_as_near_as_it_can_be() -> None:
    names = {"ru": "Дух", "en": "Spirit"}
    assert called(names, "ru") == ("Дух", "ru")
    assert called(names, "ja") == ("Spirit", "en")
    assert called({"zh": "精神"}, "ja") == ("精神", "zh")
    assert called({}, "ja") == ("", "ja")
