/// Why a remote procedure call failed, as both ends say it.
package struct RPCError: Error, Hashable, Sendable, CustomStringConvertible {
    /// LiveKit's codes are 1400 to 1999; applications may use any other.
    package struct Code: RawRepresentable, Hashable, Sendable {
        package let rawValue: UInt32

        package init(rawValue: UInt32) {
            self.rawValue = rawValue
        }
    }

    /// The longest message and the longest data, in bytes of UTF-8; what is longer is cut.
    static let messageLimit = 256
    static let dataLimit = 15_360

    package let code: Code
    package let message: String
    /// For programs; often JSON, often empty.
    package let data: String

    package init(_ code: Code, _ message: String? = nil, data: String = "") {
        self.code = code
        self.message = Self.cut(message ?? code.sentence, to: Self.messageLimit)
        self.data = Self.cut(data, to: Self.dataLimit)
    }

    package var description: String { "\(message) (\(code.rawValue))" }

    private static func cut(_ text: String, to limit: Int) -> String {
        text.pieces(ofUTF8: limit).first.map(String.init) ?? ""
    }
}
