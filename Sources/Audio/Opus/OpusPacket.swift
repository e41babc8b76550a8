/// What can be read from an Opus packet without decoding it (RFC 6716, section 3.1).
package enum OpusPacket {
    /// How long the packet lasts, in ticks of 48 kHz; `nil` for what is no Opus packet.
    package static func ticks(of payload: [UInt8]) -> UInt32? {
        guard let first = payload.first else { return nil }
        let frames: UInt32
        switch first & 0x03 {
        case 0: frames = 1
        case 1, 2: frames = 2
        default:
            guard payload.count >= 2 else { return nil }
            frames = UInt32(payload[1] & 0x3F)
        }
        let total = frames * ticksOfFrame(configuration: Int(first >> 3))
        return (1...5_760).contains(total) ? total : nil
    }

    /// Whether the packet carries silence: one or two bytes of discontinuous transmission (RFC 7587, section 3.1.3), or
    /// the silent frame, padded with zeros, that LiveKit's server sends for a track that is muted or gone.
    package static func isSilence(_ payload: [UInt8]) -> Bool {
        guard payload.count > 2 else { return true }
        guard payload[0] == 0xF8, payload[1] == 0xFF, payload[2] == 0xFE else { return false }
        return payload.dropFirst(3).allSatisfy { $0 == 0 }
    }

    /// Table 2 of RFC 6716: SILK frames of 10 to 60 ms, hybrid of 10 and 20 ms, CELT of 2.5 to 20 ms.
    private static func ticksOfFrame(configuration: Int) -> UInt32 {
        switch configuration {
        case 0..<12: [480, 960, 1_920, 2_880][configuration & 3]
        case 12..<16: [480, 960][configuration & 1]
        default: [120, 240, 480, 960][configuration & 3]
        }
    }
}
