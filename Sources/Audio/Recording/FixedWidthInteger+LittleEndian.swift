extension FixedWidthInteger {
    /// Its bytes, the lowest first.
    var littleEndianBytes: [UInt8] {
        (0..<(Self.bitWidth / 8)).map { UInt8(truncatingIfNeeded: self >> ($0 * 8)) }
    }
}

extension [UInt8] {
    mutating func append(littleEndian value: some FixedWidthInteger) { self += value.littleEndianBytes }
}
