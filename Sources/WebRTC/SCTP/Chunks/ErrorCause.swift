import Timing
import Wire

/// A cause in ERROR or ABORT (RFC 9260, section 3.3.10).
struct ErrorCause: Hashable, Sendable {
    static let invalidStream: UInt16 = 1
    static let staleCookie: UInt16 = 3
    static let outOfResource: UInt16 = 4
    static let unrecognizedChunk: UInt16 = 6
    static let noUserData: UInt16 = 9
    static let userInitiatedAbort: UInt16 = 12
    static let protocolViolation: UInt16 = 13

    var code: UInt16
    var information: [UInt8] = []

    /// "Your cookie came back so much too late", in microseconds on the wire (RFC 9260, section 3.3.10.3).
    static func staleCookie(by delay: Duration) -> ErrorCause {
        var writer = ByteWriter()
        writer.write(UInt32(clamping: delay.nanoseconds / 1000))
        return ErrorCause(code: staleCookie, information: writer.bytes)
    }

    static func write(_ causes: [ErrorCause], to writer: inout ByteWriter) {
        for cause in causes {
            Parameter(type: cause.code, value: cause.information).write(to: &writer)
        }
    }

    /// The well-formed causes up to the end or the first malformed one: an ABORT counts even when its reason is garbled.
    static func list(from reader: inout ByteReader) -> [ErrorCause] {
        var causes: [ErrorCause] = []
        while let parameter = Parameter(from: &reader) {
            causes.append(ErrorCause(code: parameter.type, information: parameter.value))
        }
        return causes
    }
}
