/// Reads what Piper writes to its log, wherever it is cut into pieces.
struct PiperLog {
    /// What Piper says after the last sample of a text was written.
    private static let end = Array("Real-time factor".utf8)
    /// The longest line that is looked at; the rest of a longer one is passed over.
    private static let longestLine = 4096

    private var line: [UInt8] = []

    /// Takes in the next bytes. Returns how many texts they end.
    mutating func add(_ bytes: [UInt8]) -> Int {
        var ends = 0
        for byte in bytes {
            if byte == UInt8(ascii: "\n") {
                if line.contains(Self.end) { ends += 1 }
                line.removeAll(keepingCapacity: true)
            } else if line.count < Self.longestLine {
                line.append(byte)
            }
        }
        return ends
    }
}
