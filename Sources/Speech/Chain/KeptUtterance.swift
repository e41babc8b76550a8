/// The sound of an utterance, kept for an engine that may be asked later; the oldest is dropped beyond half a minute.
struct KeptUtterance: Sendable {
    private static let longest = 30 * 16_000

    /// 16 kHz mono.
    private(set) var whole: [Int16] = []
    /// How many of the samples the engine that listens has been given.
    private var heard = 0

    var isEmpty: Bool { whole.isEmpty }
    var seconds: Double { Double(whole.count) / 16_000 }
    var unheard: [Int16] { Array(whole.dropFirst(heard)) }

    mutating func add(_ samples: [Int16]) {
        whole += samples
        let excess = whole.count - Self.longest
        guard excess > 0 else { return }
        whole.removeFirst(excess)
        heard = max(0, heard - excess)
    }

    /// What the engine that listens has not been given yet; now it is.
    mutating func takeUnheard() -> [Int16] {
        defer { heard = whole.count }
        return unheard
    }

    /// Another engine begins to listen.
    mutating func beginAgain() {
        heard = 0
    }
}
