"""PDF with a text layer as text with blocks: lines found on the page, in the order of reading."""
