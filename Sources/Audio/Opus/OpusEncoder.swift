import COpus

/// An Opus encoder for one voice, or two side by side, 20 ms a packet (RFC 6716; RFC 7587 for RTP).
///
/// Encode at the synthesiser's own rate where libopus knows it: then no resampler is needed, and it is cheaper.
package struct OpusEncoder: ~Copyable {
    /// What the encoder is asked for; the defaults suit a voice on the open internet.
    package struct Configuration: Hashable, Sendable {
        /// Samples a second of what is encoded: 8, 12, 16, 24 or 48 kHz.
        package var rate: Int
        /// 1, or 2 for samples that alternate between left and right.
        package var channels: Int
        /// Bits a second.
        package var bitrate: Int
        /// 0 (cheapest) to 10. At 5, 20 ms cost 160 µs.
        package var complexity: Int
        /// Percent of packets expected to be lost. In-band error correction spends bits only when this is above zero.
        package var expectedLoss: Int

        package init(
            rate: Int = 48_000, channels: Int = 1, bitrate: Int = 24_000, complexity: Int = 5, expectedLoss: Int = 0
        ) {
            precondition(channels == 1 || channels == 2, "an encoder has one channel or two")
            self.rate = rate
            self.channels = channels
            self.bitrate = bitrate
            self.complexity = complexity
            self.expectedLoss = expectedLoss
        }

        /// For a voice that is encoded while it is spoken: somewhat closer to the original than the defaults, at half the
        /// work (80 µs for 20 ms at 16 kHz) and half as many bits again.
        package static func spoken(rate: Int) -> Configuration {
            Configuration(rate: rate, bitrate: 36_000, complexity: 1)
        }
    }

    package let rate: Int
    /// Samples of a frame, of all channels together.
    package let frameSize: Int
    private let handle: Handle

    package init(_ configuration: Configuration = Configuration()) throws(OpusError) {
        guard OpusError.rates.contains(configuration.rate) else { throw .unsupportedRate(configuration.rate) }
        let opened = try Handle(configuration)
        rate = configuration.rate
        frameSize = configuration.rate / 50 * configuration.channels
        handle = opened
    }

    /// Samples by which the sound comes later out of a decoder than it went in, at 48 kHz.
    package var delay: Int { handle.lookahead * (48_000 / rate) }

    /// The packet of one 20 ms frame: exactly `frameSize` samples.
    package mutating func encode(_ samples: [Int16]) throws(OpusError) -> [UInt8] {
        guard samples.count == frameSize else { throw .frameSize(samples: samples.count, expected: frameSize) }
        return try handle.encode(samples)
    }

    /// Follows the receiver's reports: how many packets in a hundred it loses.
    package mutating func expectLoss(percent: Int) throws(OpusError) {
        try handle.check(handle.set(expectedLoss: min(100, max(0, percent))))
    }

    package mutating func set(bitrate: Int) throws(OpusError) {
        try handle.check(handle.set(bitrate: bitrate))
    }

    /// Forgets the stream, so that the next packet can be decoded by itself.
    package mutating func reset() { handle.reset() }

    /// The only owner of libopus's encoder and of the memory it writes into.
    // Not private: the optimiser of Swift 6.3 emits broken code for other modules if it is.
    @safe struct Handle: ~Copyable {
        /// The largest packet (RFC 6716, section 3.4).
        private static let largestPacket = 1_275

        private let encoder: OpaquePointer
        private let channels: Int
        private let packet: UnsafeMutableBufferPointer<UInt8>

        init(_ configuration: Configuration) throws(OpusError) {
            var status: Int32 = 0
            let created = unsafe opus_encoder_create(
                Int32(configuration.rate), Int32(configuration.channels), OPUS_APPLICATION_VOIP, &status)
            guard let created = unsafe created else { throw .failure(status) }
            status = unsafe Self.configure(created, configuration)
            guard status == OPUS_OK else {
                unsafe opus_encoder_destroy(created)
                throw .failure(status)
            }
            unsafe encoder = unsafe created
            channels = configuration.channels
            unsafe packet = .allocate(capacity: Self.largestPacket)
        }

        /// Every setting; the first refusal, or `OPUS_OK`.
        private static func configure(_ encoder: OpaquePointer, _ configuration: Configuration) -> Int32 {
            let statuses = unsafe [
                parley_opus_set_bitrate(encoder, Int32(clamping: configuration.bitrate)),
                parley_opus_set_complexity(encoder, Int32(clamping: configuration.complexity)),
                parley_opus_set_inband_fec(encoder, 1),
                parley_opus_set_expected_loss(encoder, Int32(clamping: configuration.expectedLoss)),
                parley_opus_set_dtx(encoder, 0),
                parley_opus_set_voice(encoder),
            ]
            return statuses.first { $0 != OPUS_OK } ?? OPUS_OK
        }

        deinit {
            unsafe opus_encoder_destroy(encoder)
            unsafe packet.deallocate()
        }

        func encode(_ samples: [Int16]) throws(OpusError) -> [UInt8] {
            let count = unsafe samples.withUnsafeBufferPointer { input -> Int32 in
                guard let source = input.baseAddress, let target = unsafe packet.baseAddress else {
                    return OPUS_BAD_ARG
                }
                let count = Int32(input.count / channels)
                return unsafe opus_encode(encoder, source, count, target, Int32(Self.largestPacket))
            }
            guard count > 0 else { throw .failure(count) }
            return unsafe [UInt8](UnsafeBufferPointer(rebasing: packet[..<Int(count)]))
        }

        func set(bitrate: Int) -> Int32 { unsafe parley_opus_set_bitrate(encoder, Int32(clamping: bitrate)) }

        func set(expectedLoss percent: Int) -> Int32 {
            unsafe parley_opus_set_expected_loss(encoder, Int32(clamping: percent))
        }

        /// At the encoder's own rate.
        var lookahead: Int { Int(unsafe parley_opus_lookahead(encoder)) }

        func reset() { _ = unsafe parley_opus_reset_encoder(encoder) }

        func check(_ status: Int32) throws(OpusError) {
            guard status == OPUS_OK else { throw .failure(status) }
        }
    }
}
