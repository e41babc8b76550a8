import COpus

/// An Opus decoder for one stream, straight to the rate that is wanted (RFC 6716; RFC 7587 for RTP).
///
/// Stereo packets are mixed down by libopus, unless two channels are asked for: then left and right alternate. Packets may last 2.5 to 120 ms; whatever they last is returned.
package struct OpusDecoder: ~Copyable {
    /// Samples a second of what is returned.
    package let rate: Int
    private let handle: Handle
    /// How many samples of a channel the last good packet gave: what a lost one is taken to have lasted.
    private var lastCount: Int

    package init(rate: Int = 16_000, channels: Int = 1) throws(OpusError) {
        precondition(channels == 1 || channels == 2, "a decoder has one channel or two")
        guard OpusError.rates.contains(rate) else { throw .unsupportedRate(rate) }
        let opened = try Handle(rate: rate, channels: channels)
        self.rate = rate
        handle = opened
        lastCount = rate / 50
    }

    /// The samples of `packet`; with `nil` in its place the sound of a lost packet is made up (concealment).
    package mutating func decode(_ packet: [UInt8]?) throws(OpusError) -> [Int16] {
        var samples: [Int16] = []
        if let packet { try decode(packet, into: &samples) } else { try conceal(into: &samples) }
        return samples
    }

    /// Appends the samples of `packet`.
    package mutating func decode(_ packet: [UInt8], into samples: inout [Int16]) throws(OpusError) {
        guard let ticks = OpusPacket.ticks(of: packet) else { throw .corruptPacket }
        lastCount = try handle.decode(packet, room: Int(ticks) * rate / 48_000, recovering: false, into: &samples)
    }

    /// Appends made-up sound as long as the packet before.
    package mutating func conceal(into samples: inout [Int16]) throws(OpusError) {
        _ = try handle.decode(nil, room: lastCount, recovering: false, into: &samples)
    }

    /// The samples of the packet that was lost just before `next`, from the copy that `next` carries (in-band forward
    /// error correction, RFC 6716, section 2.1.7), or concealment where it carries none. Decode `next` itself afterwards.
    package mutating func recover(from next: [UInt8]) throws(OpusError) -> [Int16] {
        var samples: [Int16] = []
        try recover(from: next, into: &samples)
        return samples
    }

    /// Appends the samples of the packet that was lost just before `next`: see `recover(from:)`.
    package mutating func recover(from next: [UInt8], into samples: inout [Int16]) throws(OpusError) {
        guard !next.isEmpty else { throw .corruptPacket }
        _ = try handle.decode(next, room: lastCount, recovering: true, into: &samples)
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
        private let channels: Int

        init(rate: Int, channels: Int) throws(OpusError) {
            var status: Int32 = 0
            guard let decoder = unsafe opus_decoder_create(Int32(rate), Int32(channels), &status) else {
                throw .failure(status)
            }
            unsafe self.decoder = unsafe decoder
            self.channels = channels
        }

        deinit { unsafe opus_decoder_destroy(decoder) }

        /// Appends at most `room` samples of each channel and returns how many; concealment and recovery give exactly `room`.
        func decode(
            _ packet: [UInt8]?, room: Int, recovering: Bool, into samples: inout [Int16]
        ) throws(OpusError) -> Int {
            let start = samples.count
            samples.append(contentsOf: repeatElement(0, count: room * channels))
            let count = unsafe samples.withUnsafeMutableBufferPointer { buffer -> Int32 in
                guard let first = buffer.baseAddress else { return OPUS_BAD_ARG }
                let target = unsafe first + start
                guard let packet else { return unsafe opus_decode(decoder, nil, 0, target, Int32(room), 0) }
                return unsafe packet.withUnsafeBufferPointer { bytes in
                    unsafe opus_decode(
                        decoder, bytes.baseAddress, Int32(bytes.count), target, Int32(room), recovering ? 1 : 0)
                }
            }
            samples.removeLast((room - Int(max(0, count))) * channels)
            guard count >= 0 else { throw count == OPUS_INVALID_PACKET ? .corruptPacket : .failure(count) }
            return Int(count)
        }

        func reset() { _ = unsafe parley_opus_reset_decoder(decoder) }
    }
}
