"""Drawings of the pages as SVG, without a library: they carry no style and no script."""
