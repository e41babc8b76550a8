/// A value found in an utterance, and which words it was read from.
struct Reading<Value> {
    var value: Value
    var range: Range<Int>
}

extension Reading: Sendable where Value: Sendable {}
