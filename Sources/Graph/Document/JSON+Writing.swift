package import FoundationEssentials

extension JSON {
    /// UTF-8 bytes with sorted keys, so that the same value always yields the same bytes (RFC 8259; what `JSONEncoder` writes with
    /// `sortedKeys` and `withoutEscapingSlashes`).
    ///
    /// A number that JSON cannot hold (infinite or not a number) makes the whole value `null`.
    package var bytes: [UInt8] {
        var writer = JSONWriter()
        writer.write(self)
        return writer.isWhole ? writer.bytes : Array("null".utf8)
    }

    /// `bytes` as data.
    package var data: Data { Data(bytes) }

    /// `bytes` as text.
    package var text: String { String(decoding: bytes, as: UTF8.self) }
}
