"""Settings of all tests."""

from hypothesis import settings

# Times are measured in bench/, never asserted here: a slow machine is no fault.
settings.register_profile("everyday", deadline=None)
settings.register_profile("nightly", deadline=None, max_examples=5_000)
settings.load_profile("everyday")
