/// Turns a provider's bytes into samples as they arrive: bare little-endian 16-bit, or a WAV file whose header is read
/// and passed over. Chunks may split a sample or the header anywhere.
struct SampleReader {
    private enum State {
        case undecided
        case header
        case samples
    }

    private var state = State.undecided
    private var pending: [UInt8] = []
    /// What the header says, if there is one.
    private(set) var rate: Int?

    /// A header longer than this is not one.
    private static let longestHeader = 4096

    mutating func add(_ bytes: [UInt8]) throws(SpeechError) -> [Int16] {
        pending += bytes
        if case .undecided = state {
            guard pending.count >= 12 else { return [] }
            state = pending.starts(with: Array("RIFF".utf8)) ? .header : .samples
        }
        if case .header = state {
            guard try readHeader() else { return [] }
            state = .samples
        }
        return takeSamples()
    }

    /// What is left when the bytes end: a sound too short to be told from a header.
    mutating func finish() -> [Int16] {
        if case .undecided = state { return takeSamples() }
        return []
    }

    private mutating func takeSamples() -> [Int16] {
        let count = pending.count / 2
        let samples = (0..<count).map { Int16(bitPattern: UInt16(pending[2 * $0]) | UInt16(pending[2 * $0 + 1]) << 8) }
        pending.removeFirst(count * 2)
        return samples
    }

    /// Returns false until the whole header is there.
    private mutating func readHeader() throws(SpeechError) -> Bool {
        var position = 12
        while position + 8 <= pending.count {
            let size = number(at: position + 4, 4)
            if name(at: position) == "data" {
                pending.removeFirst(position + 8)
                return true
            }
            if name(at: position) == "fmt " {
                guard size >= 16 else { throw .malformed("the sound has no format") }
                guard position + 24 <= pending.count else { return false }
                guard number(at: position + 8, 2) == 1, number(at: position + 10, 2) == 1,
                    number(at: position + 22, 2) == 16
                else { throw .malformed("the sound is not 16-bit mono") }
                rate = number(at: position + 12, 4)
            }
            position += 8 + size + size % 2
            guard position < Self.longestHeader else { throw .malformed("the sound has no samples") }
        }
        return false
    }

    private func name(at position: Int) -> String {
        String(decoding: pending[position..<(position + 4)], as: UTF8.self)
    }

    private func number(at position: Int, _ count: Int) -> Int {
        (0..<count).reduce(0) { $0 | Int(pending[position + $1]) << (8 * $1) }
    }
}
