import CAllocations
import COpus
import Secure

/// The least that speaking costs: `opus_encode` and `srtp_protect`, at the rate of the synthesiser.
@safe final class BareSpeaker {
    private static let size = 320
    private static let largestPacket: Int32 = 1275
    /// Version 2 with an extension, Opus, one audio level of 6 bytes with its padding (RFC 8285, RFC 6464).
    private static let header: [UInt8] = [
        0x90, 111, 0, 0, 0, 0, 0, 0, 1, 2, 3, 4, 0xBE, 0xDE, 0, 1, 0x10, 0x94, 0, 0,
    ]

    private let encoder: OpaquePointer
    private let protection: BareProtection
    private var sequence: UInt16 = 0
    private(set) var sent = 0
    private(set) var allocations = RoundCounts()

    /// Set up as the product's encoder is.
    init(_ profile: SRTPProfile, bitrate: Int, complexity: Int) throws {
        var status: Int32 = 0
        guard let encoder = unsafe opus_encoder_create(16_000, 1, OPUS_APPLICATION_VOIP, &status) else {
            throw BenchFailure("libopus refuses an encoder: \(status)")
        }
        unsafe self.encoder = unsafe encoder
        protection = try BareProtection(profile, isInbound: false)
        let statuses = unsafe [
            parley_opus_set_bitrate(encoder, Int32(bitrate)), parley_opus_set_complexity(encoder, Int32(complexity)),
            parley_opus_set_inband_fec(encoder, 1), parley_opus_set_expected_loss(encoder, 0),
            parley_opus_set_dtx(encoder, 0), parley_opus_set_voice(encoder),
        ]
        guard statuses.allSatisfy({ $0 == OPUS_OK }) else { throw BenchFailure("libopus refuses a setting") }
    }

    deinit { unsafe opus_encoder_destroy(encoder) }

    /// What it costs to send these samples, in nanoseconds.
    func speak(_ samples: [Int16]) -> Double {
        let packets = BarePackets(count: samples.count / Self.size)
        for index in 0..<packets.count { packets.set(index, to: Self.header) }
        return unsafe samples.withUnsafeBufferPointer { buffer in
            guard let source = buffer.baseAddress else { return 0 }
            let before = Int(parley_allocations())
            defer { allocations.append(Int(parley_allocations()) - before) }
            return ProcessorTime.spent { unsafe speak(source, into: packets) }
        }
    }

    @unsafe private func speak(_ samples: UnsafePointer<Int16>, into packets: BarePackets) {
        for index in 0..<packets.count {
            let packet = unsafe packets.pointer(index)
            unsafe packet[2] = UInt8(truncatingIfNeeded: sequence >> 8)
            unsafe packet[3] = UInt8(truncatingIfNeeded: sequence)
            sequence &+= 1
            let count = unsafe opus_encode(
                encoder, samples + index * Self.size, Int32(Self.size), packet + Self.header.count, Self.largestPacket)
            guard count > 0 else { continue }
            if unsafe protection.protect(packet, length: Self.header.count + Int(count)) > 0 { sent += 1 }
        }
    }
}
