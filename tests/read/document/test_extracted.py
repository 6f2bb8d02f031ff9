from zakuro.read.document.extracted import Extracted


def test_what_a_file_does_not_say_is_absent() -> None:
    found = Extracted(text="They met.", blocks=(), extractor="zakuro")
    assert (found.title, found.author, found.published, found.notes) == (None, None, None, ())
