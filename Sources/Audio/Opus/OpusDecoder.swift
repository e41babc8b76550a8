import COpus

/// An Opus decoder for one mono stream, straight to the rate that is wanted (RFC 6716; RFC 7587 for RTP).
///
/// Stereo packets are mixed down by libopus. Packets may last 2.5 to 120 ms; whatever they last is returned.
package struct OpusDecoder: ~Copyable {
    /// Samples a second of what is returned.
    package let rate: Int
    private let handle: Handle
    /// How many samples the last good packet gave: what a lost one is taken to have lasted.
    private var lastCount: Int

    package init(rate: Int = 16_000) throws(OpusError) {
        guard OpusError.rates.contains(rate) else { throw .unsupportedRate(rate) }
        let opened = try Handle(rate: rate)
        self.rate = rate
        handle = opened
        lastCount = rate / 50
    }

    /// The samples of `packet`; with `nil` in its place the sound of a lost packet is made up (concealment).
    package mutating func decode(_ packet: [UInt8]?) throws(OpusError) -> [Int16] {
        guard let packet else { return try handle.decode(nil, room: lastCount, recovering: false) }
        guard !packet.isEmpty else { throw .corruptPacket }
        let samples = try handle.decode(packet, room: rate * 120 / 1_000, recovering: false)
        lastCount = samples.count
        return samples
    }

    /// The samples of the packet that was lost just before `next`, from the copy that `next` carries (in-band forward
    /// error correction, RFC 6716, section 2.1.7), or concealment where it carries none. Decode `next` itself afterwards.
    package mutating func recover(from next: [UInt8]) throws(OpusError) -> [Int16] {
        guard !next.isEmpty else { throw .corruptPacket }
        return try handle.decode(next, room: lastCount, recovering: true)
    }

    /// Forgets the stream: for a new track.
    package mutating func reset() {
        handle.reset()
        lastCount = rate / 50
    }

    /// The only owner of libopus's decoder.
    // Not private: the optimiser of Swift 6.3 emits broken code for other modules if it is.
    @safe struct Handle: ~Copyable {
        private let decoder: OpaquePointer

        init(rate: Int) throws(OpusError) {
            var status: Int32 = 0
            guard let decoder = unsafe opus_decoder_create(Int32(rate), 1, &status) else { throw .failure(status) }
            unsafe self.decoder = unsafe decoder
        }

        deinit { unsafe opus_decoder_destroy(decoder) }

        /// At most `room` samples; concealment and recovery give exactly `room`.
        func decode(_ packet: [UInt8]?, room: Int, recovering: Bool) throws(OpusError) -> [Int16] {
            var count: Int32 = 0
            let samples = unsafe [Int16](unsafeUninitializedCapacity: room) { buffer, initialized in
                guard let target = buffer.baseAddress else { return }
                if let packet {
                    count = unsafe packet.withUnsafeBufferPointer { bytes in
                        unsafe opus_decode(
                            decoder, bytes.baseAddress, Int32(bytes.count), target, Int32(room), recovering ? 1 : 0)
                    }
                } else {
                    count = unsafe opus_decode(decoder, nil, 0, target, Int32(room), 0)
                }
                initialized = max(0, Int(count))
            }
            guard count >= 0 else { throw count == OPUS_INVALID_PACKET ? .corruptPacket : .failure(count) }
            return samples
        }

        func reset() { _ = unsafe parley_opus_reset_decoder(decoder) }
    }
}
