"""What zakuro says to people: a catalogue for each interface language, figures by CLDR."""
