/// JSON writes a character beyond the first 65 536 as two escapes (RFC 8259 §7), which YAML does not know.
enum JSONEscapes {
    /// A JSON text with each such pair as the one escape that YAML has for it; any other text as it is. A half of a pair
    /// stays, and is refused.
    static func joined(_ text: String) -> String {
        guard let first = text.unicodeScalars.first(where: { !" \t\r\n".unicodeScalars.contains($0) }),
            first == "{" || first == "[", text.contains("\\ud") || text.contains("\\uD")
        else { return text }
        let bytes = Array(text.utf8)
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var index = 0
        while index < bytes.count {
            if let scalar = pair(in: bytes, at: index) {
                let digits = String(scalar.value, radix: 16)
                result +=
                    Array("\\U".utf8) + Array(String(repeating: "0", count: 8 - digits.count).utf8) + Array(digits.utf8)
                index += 12
                continue
            }
            // An escaped backslash begins no escape.
            let length = bytes[index] == UInt8(ascii: "\\") && index + 1 < bytes.count ? 2 : 1
            result += bytes[index..<index + length]
            index += length
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// The character of two escapes that begin at an index.
    private static func pair(in bytes: [UInt8], at index: Int) -> Unicode.Scalar? {
        guard let high = unit(in: bytes, at: index), (0xD800...0xDBFF).contains(high),
            let low = unit(in: bytes, at: index + 6), (0xDC00...0xDFFF).contains(low)
        else { return nil }
        return Unicode.Scalar(0x10000 + (high - 0xD800) << 10 + (low - 0xDC00))
    }

    /// The number of an escape such as `\u00e9`.
    private static func unit(in bytes: [UInt8], at index: Int) -> UInt32? {
        guard index + 6 <= bytes.count, bytes[index] == UInt8(ascii: "\\"), bytes[index + 1] == UInt8(ascii: "u") else {
            return nil
        }
        return UInt32(String(decoding: bytes[(index + 2)..<(index + 6)], as: UTF8.self), radix: 16)
    }
}
