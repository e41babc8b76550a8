/// One element of an RTP header extension (RFC 8285): an identifier negotiated in the session description, and bytes.
package struct HeaderExtension: Hashable, Sendable {
    /// 1 to 255; up to 14 fits the one-byte form.
    package let id: UInt8
    /// Up to 255 bytes; 1 to 16 fit the one-byte form.
    package let data: [UInt8]

    package init(id: UInt8, data: [UInt8]) {
        precondition(id != 0, "identifier 0 is padding")
        precondition(data.count <= 255, "an extension's length is one byte")
        self.id = id
        self.data = data
    }

    var fitsOneByteForm: Bool { id <= 14 && (1...16).contains(data.count) }
}
