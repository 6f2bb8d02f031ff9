"""Times: dates, periods, durations."""
