import HTTPTypes
import HummingbirdCore

/// The name of one request in logs, problems and `X-Request-Id`: the client's own when it is harmless, or a new one.
enum RequestMark {
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
            return "req_" + String(UInt64.random(in: .min ... .max), radix: 36)
        }
        return named
    }
}

extension HTTPField.Name {
    static let requestID = HTTPField.Name("X-Request-Id") ?? .origin
}
