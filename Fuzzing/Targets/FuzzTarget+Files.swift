import Audio
import Wire

// Sound in files: read, and written.
extension FuzzTarget {
    static let wav = FuzzTarget(name: "wav") {
        [WAVFile(samples: [1, -2, 3, 32_767], rate: 16_000).serialized()]
    } feed: { input in
        guard let file = try? WAVFile(input) else { return }
        let again = try? WAVFile(file.serialized())
        precondition(again?.samples == file.samples && again?.rate == file.rate, "what was written reads differently")
    }

    /// A recording of pieces of any length, with remarks of any kind: whatever goes in, what comes out is whole pages.
    static let recording = FuzzTarget(name: "recording") {
        [
            Script.input([
                Script.Step(3, Array("TITLE=a call".utf8)), Script.Step(0, [20]), Script.Step(1, [20]),
                Script.Step(2, [7]),
            ])
        ]
    } feed: { input in
        guard var file = try? OggOpusFile(serial: 7) else { fatalError("no encoder could be made") }
        let steps = Array(Script(input).prefix(24))
        var bytes = file.beginning(remarks: steps.filter { $0.kind % 4 == 3 }.map(\.text))
        for step in steps where step.kind % 4 < 3 {
            let samples = [Int16](repeating: Int16(step.kind) * 99, count: 16 * Int(step.bytes.first ?? 1))
            let sides = (step.kind % 4 != 1 ? samples : nil, step.kind % 4 != 0 ? samples : nil)
            guard let more = try? file.append(left: sides.0, right: sides.1) else { fatalError("sound is refused") }
            bytes += more
        }
        guard let last = try? file.end() else { fatalError("a recording has no end") }
        checkPages(bytes + last)
    }

    /// RFC 3533, section 6, without the check sum.
    private static func checkPages(_ bytes: [UInt8]) {
        var reader = ByteReader(bytes)
        var flags: UInt8 = 0
        while reader.remaining > 0 {
            let head = reader.read(26).map(Array.init) ?? []
            precondition(head.starts(with: Array("OggS".utf8)), "a page does not begin where one ends")
            flags = head[5]
            let lacing = reader.readUInt8().flatMap { reader.read(Int($0)) }.map(Array.init) ?? []
            let body = reader.read(lacing.reduce(0) { $0 + Int($1) })
            precondition(body != nil && lacing.last != 255, "a page is cut off")
        }
        precondition(flags == 4, "the last page does not say so")
    }
}
