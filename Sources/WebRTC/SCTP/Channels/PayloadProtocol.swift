/// The payload protocol identifiers of data channels (RFC 8831, section 8).
enum PayloadProtocol {
    /// DATA_CHANNEL_OPEN and DATA_CHANNEL_ACK.
    static let control: UInt32 = 50
    static let string: UInt32 = 51
    static let binary: UInt32 = 53
    /// SCTP cannot carry an empty message: one byte without meaning stands for it.
    static let emptyString: UInt32 = 56
    static let emptyBinary: UInt32 = 57

    static func identifier(isText: Bool, isEmpty: Bool) -> UInt32 {
        switch (isText, isEmpty) {
        case (true, false): string
        case (true, true): emptyString
        case (false, false): binary
        case (false, true): emptyBinary
        }
    }
}
