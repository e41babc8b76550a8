/// What a server answers (RESP, version 2).
package enum RedisReply: Hashable, Sendable {
    case null
    /// Such as "OK".
    case status(String)
    case integer(Int)
    case bulk([UInt8])
    case array([RedisReply])
    /// The first word of the server's words, such as `WRONGTYPE`; the others may quote a value.
    case error(code: String)

    /// The text of a bulk or a status; `nil` for all else, and for bytes that are no UTF-8.
    package var text: String? {
        switch self {
        case .status(let text): text
        case .bulk(let bytes): String(validating: bytes, as: UTF8.self)
        default: nil
        }
    }

    /// The bytes of a bulk.
    package var bytes: [UInt8]? {
        if case .bulk(let bytes) = self { bytes } else { nil }
    }

    package var integer: Int? {
        if case .integer(let value) = self { value } else { nil }
    }

    package var array: [RedisReply]? {
        if case .array(let replies) = self { replies } else { nil }
    }

    package var isNull: Bool { self == .null }
}
