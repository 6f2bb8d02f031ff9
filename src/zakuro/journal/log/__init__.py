"""The log as others verify it: canonical bytes, the Merkle tree, proofs, signed heads."""
