/// A value found in an utterance, and which words it was read from.
struct Reading<Value> {
    let value: Value
    let range: Range<Int>
}

extension Array<String> {
    /// The words with a range blanked out, so that no other reader takes them for something else.
    mutating func blank(_ range: Range<Int>) {
        for index in range { self[index] = "" }
    }
}
