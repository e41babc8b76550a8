import Wire

/// An optional or variable-length parameter: type, length, value (RFC 9260, section 3.2.1).
struct Parameter: Hashable, Sendable {
    static let heartbeatInformation: UInt16 = 1
    static let stateCookie: UInt16 = 7
    static let unrecognizedParameter: UInt16 = 8
    static let supportedExtensions: UInt16 = 0x8008
    static let forwardTSNSupported: UInt16 = 0xC000
    /// Recognised and without consequence here: addresses, cookie preservative, host name, address types, ECN and
    /// authentication parameters, padding, address reconfiguration.
    static let ignored: Set<UInt16> = [
        5, 6, 9, 11, 12, 0x8000, 0x8002, 0x8003, 0x8004, 0x8005, 0xC001, 0xC002, 0xC003, 0xC004, 0xC005, 0xC006,
    ]

    var type: UInt16
    var value: [UInt8]

    init(type: UInt16, value: [UInt8]) {
        self.type = type
        self.value = value
    }

    init?(from reader: inout ByteReader) {
        guard let type = reader.readUInt16(), let length = reader.readUInt16(), length >= 4,
            let value = reader.read(Int(length) - 4)
        else { return nil }
        _ = reader.skip(min(reader.remaining, (4 - Int(length) % 4) % 4))
        self.init(type: type, value: Array(value))
    }

    func write(to writer: inout ByteWriter) {
        writer.write(type)
        writer.write(UInt16(truncatingIfNeeded: 4 + value.count))
        writer.write(value)
        writer.writeZeros((4 - value.count % 4) % 4)
    }

    func serialized() -> [UInt8] {
        var writer = ByteWriter()
        write(to: &writer)
        return writer.bytes
    }

    /// All parameters up to the end; `nil` when one is malformed.
    static func list(from reader: inout ByteReader) -> [Parameter]? {
        var parameters: [Parameter] = []
        while !reader.isAtEnd {
            guard let parameter = Parameter(from: &reader) else { return nil }
            parameters.append(parameter)
        }
        return parameters
    }
}
