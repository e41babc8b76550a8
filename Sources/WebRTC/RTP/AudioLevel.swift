/// How loud a packet's sound is, carried in clear beside it (RFC 6464).
package struct AudioLevel: Hashable, Sendable {
    /// The extension's name in a session description.
    package static let uri = "urn:ietf:params:rtp-hdrext:ssrc-audio-level"

    /// Decibels below the loudest possible sound: 0 is the loudest, 127 silence.
    package let decibelsBelowOverload: UInt8
    /// Whether the sender believes that somebody speaks.
    package let hasVoice: Bool

    /// - Parameter decibelsBelowOverload: more than 127 counts as 127.
    package init(decibelsBelowOverload: UInt8, hasVoice: Bool) {
        self.decibelsBelowOverload = min(decibelsBelowOverload, 127)
        self.hasVoice = hasVoice
    }

    /// From the extension's bytes; `nil` when there is none.
    package init?(_ data: [UInt8]) {
        guard let byte = data.first else { return nil }
        self.init(decibelsBelowOverload: byte & 0x7F, hasVoice: byte & 0x80 != 0)
    }

    /// Measured: the root mean square of a frame against full scale, rounded down in loudness to a decibel.
    package init(measuring samples: [Int16], hasVoice: Bool) {
        let energy = samples.reduce(0) { $0 + Int64($1) * Int64($1) }
        let power = samples.isEmpty ? 0 : Double(energy) / Double(samples.count)
        let oneDecibelLess = 0.794_328_234_724_281_5
        var threshold = 32_767.0 * 32_767.0
        var level: UInt8 = 0
        while level < 127, power < threshold {
            threshold *= oneDecibelLess
            level += 1
        }
        self.init(decibelsBelowOverload: level, hasVoice: hasVoice)
    }

    /// The extension to put on a packet.
    package func headerExtension(id: UInt8) -> HeaderExtension {
        HeaderExtension(id: id, data: Self.bytes[Int((hasVoice ? 0x80 : 0) | decibelsBelowOverload)])
    }

    /// Every level there is, made once.
    private static let bytes = (0...UInt8.max).map { [$0] }
}
