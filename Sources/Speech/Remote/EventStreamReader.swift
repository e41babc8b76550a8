/// Takes the data of server-sent events out of a byte stream (WHATWG HTML, section 9.2). Only `data:` fields count here.
struct EventStreamReader {
    private var line: [UInt8] = []
    private var data: [String] = []

    /// The data of every event that `bytes` completes.
    mutating func add(_ bytes: [UInt8]) -> [String] {
        var events: [String] = []
        for byte in bytes {
            guard byte == UInt8(ascii: "\n") else {
                line.append(byte)
                continue
            }
            if line.last == UInt8(ascii: "\r") { line.removeLast() }
            if line.isEmpty, !data.isEmpty {
                events.append(data.joined(separator: "\n"))
                data = []
            }
            if line.starts(with: Array("data:".utf8)) {
                let value = line.dropFirst(5)
                let text = value.first == UInt8(ascii: " ") ? value.dropFirst() : value
                data.append(String(decoding: text, as: UTF8.self))
            }
            line = []
        }
        return events
    }
}
