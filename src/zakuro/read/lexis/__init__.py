"""Words: folding, the pack's lexicon, sentences, the language of a text."""
