import Foundation
import Secure
import Token

extension FuzzTarget {
    private static let date = Date(timeIntervalSince1970: 1_800_000_000)

    /// Tokens as text; and, after a zero byte, claims that the secret's owner has signed.
    static let token = FuzzTarget(name: "token") {
        let token = try AccessToken(
            identity: "caller", name: "Ann", grants: .join("room"), attributes: ["a": "b"],
            metadata: "{}"
        ).signed(key: "key", secret: "secret", now: date)
        let claims = String(token.split(separator: ".")[1]).replacing("-", with: "+").replacing("_", with: "/")
        let padded = claims + String(repeating: "=", count: -claims.utf8.count & 3)
        let payload: Data = Data(base64Encoded: padded) ?? Data()
        return [Array(token.utf8), [0] + Array(payload)]
    } feed: { input in
        guard input.first == 0 else { return verify(String(decoding: input, as: UTF8.self)) }
        let signed = #"{"alg":"HS256"}"#.utf8.base64URL + "." + input.dropFirst().base64URL
        verify(signed + "." + HMAC.sha256(key: Array("secret".utf8), message: Array(signed.utf8)).base64URL)
    }

    private static func verify(_ token: String) {
        _ = try? AccessToken.verify(token, now: date) { $0 == "key" ? "secret" : nil }
    }
}

extension Sequence where Element == UInt8 {
    fileprivate var base64URL: String {
        Data(self).base64EncodedString().replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
    }
}
