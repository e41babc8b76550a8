/// One call's open streams to the engines of a chain.
struct RecognitionLines: Sendable {
    private struct Line: Sendable {
        let stream: any RecognitionStream
        /// Passes its partials on.
        let forwarding: Task<Void, Never>
    }

    /// Of the next utterance.
    private(set) var vocabulary: String
    private var lines: [Int: Line] = [:]

    init(vocabulary: String) {
        self.vocabulary = vocabulary
    }

    subscript(engine: Int) -> (any RecognitionStream)? { lines[engine]?.stream }

    mutating func hold(_ stream: any RecognitionStream, of engine: Int, _ forwarding: Task<Void, Never>) {
        drop(engine)
        lines[engine] = Line(stream: stream, forwarding: forwarding)
    }

    mutating func drop(_ engine: Int) {
        guard let line = lines.removeValue(forKey: engine) else { return }
        line.forwarding.cancel()
        line.stream.close()
    }

    mutating func restart(vocabulary: String) {
        self.vocabulary = vocabulary
        for line in lines.values { line.stream.restart(vocabulary: vocabulary) }
    }

    mutating func close() {
        for engine in Array(lines.keys) { drop(engine) }
    }
}
