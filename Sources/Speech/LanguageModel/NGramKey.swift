/// One to three word numbers packed into 64 bits, the oldest in the high bits.
struct NGramKey: Hashable, Sendable {
    let bits: UInt64

    init(_ first: Int, _ second: Int) {
        bits = UInt64(first) << 21 | UInt64(second)
    }

    init(_ first: Int, _ second: Int, _ third: Int) {
        bits = UInt64(first) << 42 | UInt64(second) << 21 | UInt64(third)
    }

    private static let mask: UInt64 = (1 << 21) - 1

    var last: Int { Int(bits & Self.mask) }
    var secondToLast: Int { Int(bits >> 21 & Self.mask) }
    var thirdToLast: Int { Int(bits >> 42 & Self.mask) }
}
