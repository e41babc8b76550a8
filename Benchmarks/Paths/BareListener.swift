import CAllocations
import COpus
import Secure

/// The least that listening costs: `srtp_unprotect` and `opus_decode`, straight to 16 kHz.
@safe final class BareListener {
    /// The longest Opus packet, 120 ms at 16 kHz.
    private static let room = 1920
    /// Of packets without extensions (RFC 3550, section 5.1).
    private static let header = 12

    private let protection: BareProtection
    private let sender: BareProtection
    private let decoder: OpaquePointer
    private let samples: UnsafeMutablePointer<Int16>
    private(set) var decoded = 0
    private(set) var allocations = RoundCounts()

    init(_ profile: SRTPProfile) throws {
        var status: Int32 = 0
        guard let decoder = unsafe opus_decoder_create(16_000, 1, &status) else {
            throw BenchFailure("libopus refuses a decoder: \(status)")
        }
        unsafe self.decoder = unsafe decoder
        unsafe samples = .allocate(capacity: Self.room)
        protection = try BareProtection(profile, isInbound: true)
        sender = try BareProtection(profile, isInbound: false)
    }

    deinit {
        unsafe opus_decoder_destroy(decoder)
        unsafe samples.deallocate()
    }

    /// What it costs to hear these packets, in nanoseconds. Protecting them before is not counted.
    func hear(_ plain: [[UInt8]]) -> Double {
        let packets = BarePackets(count: plain.count)
        for (index, packet) in plain.enumerated() { packets.set(index, to: packet) }
        packets.protect(with: sender)
        let before = Int(parley_allocations())
        defer { allocations.append(Int(parley_allocations()) - before) }
        return ProcessorTime.spent { hear(packets) }
    }

    private func hear(_ packets: BarePackets) {
        for index in 0..<packets.count {
            let packet = unsafe packets.pointer(index)
            let length = unsafe protection.unprotect(packet, length: packets.length(index))
            guard length > Self.header else { continue }
            let count = unsafe opus_decode(
                decoder, packet + Self.header, Int32(length - Self.header), samples, Int32(Self.room), 0)
            if count > 0 { decoded += 1 }
        }
    }
}
