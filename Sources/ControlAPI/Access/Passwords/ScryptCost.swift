/// How much work a password's digest is (RFC 7914, section 2).
struct ScryptCost: Hashable, Sendable {
    /// log₂ of N, which is how much memory and time it takes: 128 · r · N bytes.
    let logN: Int
    let blockSize: Int
    let parallelism: Int

    /// 32 MiB and some 80 ms.
    static let standard = ScryptCost(logN: 15, blockSize: 8, parallelism: 1)

    /// Whether it is bearable: at most 256 MiB. What is stored may have been written by somebody else.
    var isBearable: Bool {
        (1...20).contains(logN) && (1...32).contains(blockSize) && (1...16).contains(parallelism)
            && memory <= 256 << 20
    }

    /// Bytes.
    var memory: Int { 128 * blockSize << logN }
}
