/// A packet held another chunk than the test expects.
struct UnexpectedChunk: Error {}
