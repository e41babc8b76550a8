import HTTPTypes
import HummingbirdCore
import Synchronization

/// The name of one request in logs, problems and `X-Request-Id`: the client's own when it is harmless, or a new one.
enum RequestMark {
    /// New in this process for 2⁶⁴ requests, and as good as random to others: what SplitMix64 makes of a count from a random number.
    private static var next: UInt64 {
        var mixed = start &+ count.add(1, ordering: .relaxed).newValue &* 0x9E37_79B9_7F4A_7C15
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    private static let start = UInt64.random(in: .min ... .max)
    private static let count = Atomic<UInt64>(0)

    static func of(_ request: Request) -> String {
        let named = request.headers[.requestID] ?? ""
        let isHarmless = named.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "-"), UInt8(ascii: "_"): true
            default: false
            }
        }
        guard !named.isEmpty, named.utf8.count <= 64, isHarmless else {
            return "req_" + String(next, radix: 36)
        }
        return named
    }
}

extension HTTPField.Name {
    static let requestID = HTTPField.Name("X-Request-Id") ?? .origin
}
