/// One frame of sound against the play of every delay; the longest delay comes first.
struct DelayProducts: Sendable {
    private typealias Lane = SIMD4<Float>
    /// Delays at a time.
    private static let portion = 32

    let products: [Float]
    /// The sound's own.
    let energy: Float

    /// - Parameter sound: a frame.
    init(_ sound: [Float], over play: DelayedPlay) {
        precondition(sound.count == play.frame, "the sound is a frame")
        energy = sound.reduce(0) { $0 + $1 * $1 }
        products = unsafe [Float](unsafeUninitializedCapacity: DelayCorrelation.delays) { buffer, count in
            unsafe play.samples.withUnsafeBytes { play in
                guard let play = play.baseAddress, let products = UnsafeMutableRawPointer(buffer.baseAddress) else {
                    return
                }
                for start in stride(from: 0, to: DelayCorrelation.delays, by: Self.portion) {
                    unsafe Self.multiply(sound, play + (start + 1) * 4, into: products + start * 4)
                }
            }
            count = DelayCorrelation.delays
        }
    }

    /// The products of 32 delays, which lie a sample apart.
    @inline(__always)
    private static func multiply(_ sound: [Float], _ play: UnsafeRawPointer, into products: UnsafeMutableRawPointer) {
        var (a, b, c, d) = (Lane.zero, Lane.zero, Lane.zero, Lane.zero)
        var (e, f, g, h) = (Lane.zero, Lane.zero, Lane.zero, Lane.zero)
        var place = unsafe play
        for sample in sound {
            unsafe a += place.loadUnaligned(as: Lane.self) * sample
            unsafe b += place.loadUnaligned(fromByteOffset: 16, as: Lane.self) * sample
            unsafe c += place.loadUnaligned(fromByteOffset: 32, as: Lane.self) * sample
            unsafe d += place.loadUnaligned(fromByteOffset: 48, as: Lane.self) * sample
            unsafe e += place.loadUnaligned(fromByteOffset: 64, as: Lane.self) * sample
            unsafe f += place.loadUnaligned(fromByteOffset: 80, as: Lane.self) * sample
            unsafe g += place.loadUnaligned(fromByteOffset: 96, as: Lane.self) * sample
            unsafe h += place.loadUnaligned(fromByteOffset: 112, as: Lane.self) * sample
            unsafe place += 4
        }
        for (index, lane) in [a, b, c, d, e, f, g, h].enumerated() {
            unsafe products.storeBytes(of: lane, toByteOffset: index * 16, as: Lane.self)
        }
    }
}
